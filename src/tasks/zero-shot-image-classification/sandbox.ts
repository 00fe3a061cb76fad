import { fillTemplate } from '@/core/hypothesis'
import { SandboxError, type SandboxCall, type SandboxTask } from '@/core/sandbox'
import { textAt, textsAt } from '@/sandbox/lib/parameters'
import { decodePicture } from '@/sandbox/lib/picture/decode'
import { looksOf } from '@/sandbox/lib/picture/looks'
import { nestedImage } from '@/sandbox/lib/picture/nested'
import { softmax } from '@/sandbox/lib/scores'
import { breathe } from '@/sandbox/lib/sleep'
import { judge } from './sandbox-cues'
import { USUAL_TEMPLATE } from './template'

/**
 * Labels by their words for colour, light, surface and layout, measured on the picture. Words that it can't judge, such
 * as `cat`, speak neither for nor against a label: labels of nothing else share what is left evenly.
 */
const sandbox: SandboxTask = {
  id: 'zero-shot-image-classification',
  media: true,
  async reply(call) {
    const labels = textsAt(call.parameters, 'candidate_labels')
    if (labels.length < 2) throw new SandboxError('`candidate_labels` must hold two labels or more')
    const template = textAt(call.parameters, 'hypothesis_template') ?? USUAL_TEMPLATE
    if (!fillTemplate(template, '')) {
      throw new SandboxError('`hypothesis_template` must hold {} where the label goes')
    }
    const picture = decodePicture(imageOf(call))
    await breathe(call.signal)
    const looks = looksOf(picture)
    const scores = softmax(labels.map((label) => judge(label, looks) ?? 0))
    const value = labels
      .map((label, at) => ({ score: scores[at] ?? 0, label }))
      .sort((one, other) => other.score - one.score)
    return { kind: 'json', value }
  },
}

/** As documented, `inputs: {image}`; also bare base64, as huggingface_hub sends it. */
function imageOf({ bytes, inputs }: SandboxCall): Uint8Array {
  const data = bytes?.data ?? nestedImage(inputs)
  if (data.length === 0) throw new SandboxError('There is no picture', 400)
  return data
}

export default sandbox
