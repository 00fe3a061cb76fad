/**
 * What the model cards say, for models that are known without asking the Hub: licence, number of weights (millions), and
 * whether conditions have to be accepted first. What we are not sure of is left out, as `-`.
 */
const table = `
MIT/ast-finetuned-audioset-10-10-0.4593 bsd-3-clause 86.6
speechbrain/google_speech_command_xvector apache-2.0
ehcalabres/wav2vec2-lg-xlsr-en-speech-emotion-recognition apache-2.0
facebook/mms-lid-126 cc-by-nc-4.0
superb/hubert-large-superb-er apache-2.0
speechbrain/sepformer-wham apache-2.0
speechbrain/sepformer-wsj02mix apache-2.0
speechbrain/mtl-mimic-voicebank apache-2.0
ResembleAI/resemble-enhance mit
microsoft/speecht5_vc mit
openai/whisper-large-v3 apache-2.0 1540
openai/whisper-large-v3-turbo mit 809
facebook/w2v-bert-2.0 mit 580
facebook/seamless-m4t-v2-large cc-by-nc-4.0 2300
nvidia/canary-1b cc-by-nc-4.0 1000
pyannote/speaker-diarization-3.1 mit - auto
facebook/wav2vec2-base-960h apache-2.0 94.4
mistralai/Mistral-Nemo-Instruct-2407 apache-2.0 12200
google/gemma-2-2b-it gemma 2610 manual
Qwen/Qwen3-Coder-480B-A35B-Instruct apache-2.0 480000
openai/gpt-oss-120b apache-2.0 117000
zai-org/GLM-4.5 mit 355000
Qwen/Qwen3-4B-Thinking-2507 apache-2.0 4020
Qwen/Qwen2.5-7B-Instruct-1M apache-2.0 7620
Qwen/Qwen2.5-Coder-32B-Instruct apache-2.0 32800
deepseek-ai/DeepSeek-R1 mit 671000
Qwen/Qwen2.5-VL-7B-Instruct apache-2.0 8290
meta-llama/Llama-3.1-8B-Instruct llama3.1 8030 manual
meta-llama/Llama-3.2-3B llama3.2 3210 manual
openai-community/gpt2 mit 124
impira/layoutlm-invoices cc-by-nc-sa-4.0
impira/layoutlm-document-qa mit 128
microsoft/udop-large mit 742
google/pix2struct-docvqa-large apache-2.0 1300
naver-clova-ix/donut-base-finetuned-docvqa mit
facebook/bart-base apache-2.0 139
thenlper/gte-large mit 335
Alibaba-NLP/gte-Qwen1.5-7B-instruct apache-2.0 7720
intfloat/multilingual-e5-large mit 560
BAAI/bge-m3 mit 568
sentence-transformers/distilbert-base-nli-mean-tokens apache-2.0 66.4
answerdotai/ModernBERT-large apache-2.0 396
FacebookAI/xlm-roberta-base mit 279
google-bert/bert-base-uncased apache-2.0 110
distilbert/distilroberta-base apache-2.0 82.8
google-bert/bert-base-chinese - 103
google/vit-base-patch16-224 apache-2.0 86.6
facebook/deit-base-distilled-patch16-224 apache-2.0 87.3
facebook/convnext-large-224 apache-2.0 198
facebook/convnext-base-224 apache-2.0 88.6
microsoft/resnet-50 apache-2.0 25.6
timm/mobilenetv3_large_100.ra_in1k apache-2.0 5.5
Falconsai/nsfw_image_detection apache-2.0 85.8
ZhengPeng7/BiRefNet mit
facebook/sapiens-seg-1b cc-by-nc-4.0
facebook/detr-resnet-50-panoptic apache-2.0 43
Qwen/Qwen-Image apache-2.0 20400
Qwen/Qwen-Image-Edit apache-2.0 20400
black-forest-labs/FLUX.1-dev flux-1-dev-non-commercial-license 12000 auto
black-forest-labs/FLUX.1-Krea-dev flux-1-dev-non-commercial-license 12000 auto
black-forest-labs/FLUX.1-Kontext-dev flux-1-dev-non-commercial-license 12000 auto
black-forest-labs/FLUX.1-Fill-dev flux-1-dev-non-commercial-license 12000 auto
black-forest-labs/FLUX.1-schnell apache-2.0 12000
stabilityai/stable-diffusion-xl-base-1.0 openrail++
ByteDance/SDXL-Lightning openrail++
Salesforce/blip-image-captioning-large bsd-3-clause 470
Salesforce/blip-image-captioning-base bsd-3-clause
nlpconnect/vit-gpt2-image-captioning apache-2.0 239
allenai/olmOCR-7B-0725 apache-2.0 8290
facebook/detr-resnet-50 apache-2.0 41.6
facebook/detr-resnet-101 apache-2.0 60.7
IDEA-Research/dab-detr-resnet-50 apache-2.0
PekingU/rtdetr_v2_r50vd apache-2.0
hustvl/yolos-tiny apache-2.0 6.5
deepset/roberta-base-squad2 cc-by-4.0 124
deepset/tinyroberta-squad2 cc-by-4.0 81.5
deepset/xlm-roberta-large-squad2 cc-by-4.0 560
distilbert/distilbert-base-cased-distilled-squad apache-2.0 65.2
google/tapas-base-finetuned-wtq apache-2.0 111
google/tapas-large-finetuned-wtq apache-2.0 337
microsoft/tapex-base mit 139
sentence-transformers/all-MiniLM-L6-v2 apache-2.0 22.7
sentence-transformers/all-mpnet-base-v2 apache-2.0 109
sentence-transformers/paraphrase-xlm-r-multilingual-v1 apache-2.0 278
facebook/bart-large-cnn mit 406
Falconsai/medical_summarization apache-2.0 60.5
sshleifer/distilbart-cnn-12-6 apache-2.0 306
csebuetnlp/mT5_multilingual_XLSum cc-by-nc-sa-4.0
distilbert/distilbert-base-uncased-finetuned-sst-2-english apache-2.0 67
cardiffnlp/twitter-roberta-base-sentiment-latest cc-by-4.0 125
papluca/xlm-roberta-base-language-detection mit 278
meta-llama/Prompt-Guard-86M llama3.1 279 manual
lxyuan/distilbert-base-multilingual-cased-sentiments-student apache-2.0 135
cross-encoder/ms-marco-MiniLM-L6-v2 apache-2.0 22.7
Alibaba-NLP/gte-multilingual-reranker-base apache-2.0 306
Alibaba-NLP/gte-reranker-modernbert-base apache-2.0 150
BAAI/bge-reranker-v2-m3 apache-2.0 568
suno/bark mit
ResembleAI/chatterbox mit
nari-labs/Dia-1.6B-0626 apache-2.0 1600
hexgrad/Kokoro-82M apache-2.0 82
facebook/mms-tts-eng cc-by-nc-4.0 36.3
google/flan-t5-base apache-2.0 248
google/flan-t5-xxl apache-2.0 11300
google-t5/t5-base apache-2.0 223
bigscience/T0pp apache-2.0 11000
google/mt5-base apache-2.0 580
FacebookAI/xlm-roberta-large-finetuned-conll03-english - 560
dslim/bert-base-NER mit 108
blaze999/Medical-NER mit 184
dbmdz/bert-large-cased-finetuned-conll03-english - 334
Davlan/xlm-roberta-base-ner-hrl afl-3.0 277
facebook/nllb-200-1.3B cc-by-nc-4.0 1370
facebook/nllb-200-distilled-600M cc-by-nc-4.0 615
facebook/mbart-large-50-many-to-many-mmt - 611
Helsinki-NLP/opus-mt-en-fr apache-2.0
Helsinki-NLP/opus-mt-zh-en cc-by-4.0
dandelin/vilt-b32-finetuned-vqa apache-2.0 118
google/deplot apache-2.0 282
google/matcha-base apache-2.0 282
google/pix2struct-ocrvqa-large apache-2.0 1300
Salesforce/blip-vqa-base bsd-3-clause 385
Salesforce/blip-vqa-capfilt-large bsd-3-clause 385
facebook/bart-large-mnli mit 407
MoritzLaurer/ModernBERT-large-zeroshot-v2.0 apache-2.0 396
MoritzLaurer/mDeBERTa-v3-base-mnli-xnli mit 279
knowledgator/gliclass-modern-base-v2.0-init apache-2.0
joeddav/xlm-roberta-large-xnli mit 561
google/siglip-so400m-patch14-224 apache-2.0 877
google/siglip2-base-patch16-224 apache-2.0 375
jinaai/jina-clip-v2 cc-by-nc-4.0 865
microsoft/BiomedCLIP-PubMedBERT_256-vit_base_patch16_224 mit
laion/CLIP-ViT-B-32-laion2B-s34B-b79K mit 151
openai/clip-vit-base-patch32 - 151
openai/clip-vit-large-patch14-336 - 428
`

/** By the model's id: what goes into the bundled list. */
export const facts = Object.fromEntries(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [id, license, millions, gated] = line.split(' ')
      const known = (text) => (text === '-' ? undefined : text)
      const size = known(millions)
      const parameters = size === undefined ? undefined : Math.round(Number(size) * 1e6)
      return [id, { license: known(license), parameters, gated }]
    }),
)
