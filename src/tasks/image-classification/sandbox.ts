import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { choiceAt, numberAt } from '@/sandbox/lib/parameters'
import { decodePicture } from '@/sandbox/lib/picture/decode'
import { looksOf } from '@/sandbox/lib/picture/looks'
import { sigmoid, softmax } from '@/sandbox/lib/scores'
import { breathe } from '@/sandbox/lib/sleep'
import { pictureClasses } from './sandbox-classes'

const MOST = 5

/** Labels by what can be measured of the pixels: colours, light, surface and layout. It knows no things. */
const sandbox: SandboxTask = {
  id: 'image-classification',
  media: true,
  async reply({ bytes, parameters, signal }) {
    const most = numberAt(parameters, 'top_k', { min: 1, integer: true }) ?? MOST
    const apply = choiceAt(parameters, 'function_to_apply', ['softmax', 'sigmoid', 'none'])
    if (!bytes || bytes.data.length === 0) throw new SandboxError('There is no picture', 400)
    const picture = decodePicture(bytes.data)
    await breathe(signal)
    const looks = looksOf(picture)
    const logits = pictureClasses.map(({ logit }) => logit(looks))
    const scores =
      apply === 'none' ? logits : apply === 'sigmoid' ? logits.map(sigmoid) : softmax(logits)
    const labels = pictureClasses
      .map(({ label }, at) => ({ label, score: scores[at] ?? 0 }))
      .sort((one, other) => other.score - one.score)
    return { kind: 'json', value: labels.slice(0, most) }
  },
}

export default sandbox
