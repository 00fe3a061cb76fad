import conversational from '@/tasks/conversational'
import textClassification from '@/tasks/text-classification'
import tokenClassification from '@/tasks/token-classification'
import textGeneration from '@/tasks/text-generation'
import tableQuestionAnswering from '@/tasks/table-question-answering'
import objectDetection from '@/tasks/object-detection'
import automaticSpeechRecognition from '@/tasks/automatic-speech-recognition'
import audioClassification from '@/tasks/audio-classification'
import audioToAudio from '@/tasks/audio-to-audio'
import textToSpeech from '@/tasks/text-to-speech'
import tabularClassification from '@/tasks/tabular-classification'
import tabularRegression from '@/tasks/tabular-regression'
import textToImage from '@/tasks/text-to-image'
import zeroShotClassification from '@/tasks/zero-shot-classification'
import questionAnswering from '@/tasks/question-answering'
import fillMask from '@/tasks/fill-mask'
import imageClassification from '@/tasks/image-classification'
import imageSegmentation from '@/tasks/image-segmentation'
import zeroShotImageClassification from '@/tasks/zero-shot-image-classification'
import imageToText from '@/tasks/image-to-text'
import imageToImage from '@/tasks/image-to-image'
import visualQuestionAnswering from '@/tasks/visual-question-answering'
import documentQuestionAnswering from '@/tasks/document-question-answering'
import summarization from '@/tasks/summarization'
import translation from '@/tasks/translation'
import text2textGeneration from '@/tasks/text2text-generation'
import featureExtraction from '@/tasks/feature-extraction'
import sentenceSimilarity from '@/tasks/sentence-similarity'

export {
  featureExtraction,
  sentenceSimilarity,
  summarization,
  translation,
  text2textGeneration,
  documentQuestionAnswering,
  visualQuestionAnswering,
  imageToImage,
  imageClassification,
  imageSegmentation,
  zeroShotImageClassification,
  imageToText,
  fillMask,
  questionAnswering,
  zeroShotClassification,
  audioClassification,
  audioToAudio,
  automaticSpeechRecognition,
  conversational,
  objectDetection,
  tableQuestionAnswering,
  tabularClassification,
  tabularRegression,
  textClassification,
  textGeneration,
  textToImage,
  textToSpeech,
  tokenClassification,
}
