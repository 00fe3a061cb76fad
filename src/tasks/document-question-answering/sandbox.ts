import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { readWordBoxes } from '@/core/word-boxes'
import { answerDocument } from '@/sandbox/lib/document/answer'
import { booleanAt, numberAt, textAt } from '@/sandbox/lib/parameters'
import { nestedImage, nestedQuestion } from '@/sandbox/lib/picture/nested'
import { checkPicture } from '@/sandbox/lib/picture/decode'
import { round } from '@/sandbox/lib/scores'

const COUNT = { min: 1, integer: true }
/** Below it, no answer counts as likelier than the best one. */
const IMPOSSIBLE = 0.3

const cannotRead =
  'The sandbox does not read text in pictures. Send the words with their places as `word_boxes`: ' +
  '[["Total", [689, 686, 766, 704]], ...], from 0 to 1000 on both axes.'

/** Finds the answer among the words that were sent along, by their places; the picture itself is not read. */
const sandbox: SandboxTask = {
  id: 'document-question-answering',
  media: false,
  reply({ inputs, parameters }) {
    const question = nestedQuestion(inputs)
    checkPicture(nestedImage(inputs))
    textAt(parameters, 'lang')
    numberAt(parameters, 'doc_stride', COUNT)
    numberAt(parameters, 'max_seq_len', COUNT)
    const topK = numberAt(parameters, 'top_k', COUNT) ?? 1
    const mayBeImpossible = booleanAt(parameters, 'handle_impossible_answer') ?? false
    const longestAnswer = numberAt(parameters, 'max_answer_len', COUNT)
    const longestQuestion = numberAt(parameters, 'max_question_len', COUNT)
    if (parameters.word_boxes === undefined || parameters.word_boxes === null)
      throw new SandboxError(cannotRead)
    const boxes = readWordBoxes(parameters.word_boxes)
    if (!boxes) {
      throw new SandboxError(
        'Input validation error: `word_boxes` must be a list of [word, [left, top, right, bottom]]',
      )
    }
    const found = answerDocument(boxes, question, {
      ...(longestAnswer === undefined ? {} : { longestAnswer }),
      ...(longestQuestion === undefined ? {} : { longestQuestion }),
    })
    const unlikely = 1 - (found[0]?.score ?? 0)
    const none = { answer: '', score: unlikely, start: 0, end: 0 }
    const all = mayBeImpossible && unlikely > 1 - IMPOSSIBLE ? [none, ...found] : found
    const value = all.slice(0, topK).map((each) => ({ ...each, score: round(each.score, 4) }))
    return { kind: 'json', value }
  },
}

export default sandbox
