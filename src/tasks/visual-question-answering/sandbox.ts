import type { SandboxTask } from '@/core/sandbox'
import { numberAt } from '@/sandbox/lib/parameters'
import { decodePicture } from '@/sandbox/lib/picture/decode'
import { nestedImage, nestedQuestion } from '@/sandbox/lib/picture/nested'
import { answerPicture } from '@/sandbox/lib/picture/questions'
import { sceneOf, smallCopy } from '@/sandbox/lib/picture/scene'
import { round } from '@/sandbox/lib/scores'
import { breathe } from '@/sandbox/lib/sleep'

/** As the documented service answers without `top_k`. */
const USUAL_COUNT = 5

/** Answers questions about colours, light, regions, places and sizes from the pixels; for others it says that it can't. */
const sandbox: SandboxTask = {
  id: 'visual-question-answering',
  media: false,
  async reply({ inputs, parameters, signal }) {
    const topK = numberAt(parameters, 'top_k', { min: 1, integer: true }) ?? USUAL_COUNT
    const question = nestedQuestion(inputs)
    const picture = decodePicture(nestedImage(inputs))
    await breathe(signal)
    const answers = answerPicture(question, sceneOf(picture), smallCopy(picture))
    const value = answers
      .slice(0, topK)
      .map(({ answer, score }) => ({ score: round(score, 4), answer }))
    return { kind: 'json', value }
  },
}

export default sandbox
