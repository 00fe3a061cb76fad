import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { booleanAt, numberAt, objectAt } from '@/sandbox/lib/parameters'
import { captionOf } from '@/sandbox/lib/picture/caption'
import { decodePicture } from '@/sandbox/lib/picture/decode'
import { sceneOf } from '@/sandbox/lib/picture/scene'
import { breathe } from '@/sandbox/lib/sleep'
import { tokenise } from '@/sandbox/lib/tokens'

const COUNT = { min: 1, integer: true }

/** Says of a picture what its pixels say: shape, brightness, colours, and the regions that stand out. */
const sandbox: SandboxTask = {
  id: 'image-to-text',
  media: true,
  async reply({ bytes, parameters, signal }) {
    const generation = objectAt(parameters, 'generation_parameters')
    const most =
      numberAt(parameters, 'max_new_tokens', COUNT) ??
      numberAt(generation, 'max_new_tokens', COUNT) ??
      numberAt(generation, 'max_length', COUNT)
    const temperature = numberAt(generation, 'temperature', { min: 0 }) ?? 1
    const sampled = booleanAt(generation, 'do_sample') === true && temperature > 0
    if (!bytes || bytes.data.length === 0) throw new SandboxError('There is no picture', 400)
    const picture = decodePicture(bytes.data)
    await breathe(signal)
    const caption = captionOf(sceneOf(picture), sampled ? Math.random : undefined)
    const text = tokenise(caption).slice(0, most).join('')
    return { kind: 'json', value: [{ generated_text: text }] }
  },
}

export default sandbox
