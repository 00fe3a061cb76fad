import { encode } from 'fast-png'
import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { pixelsOf, toBytes, type Pixels } from '@/sandbox/lib/filters/pixels'
import { readFilters, type Step } from '@/sandbox/lib/filters/words'
import { numberAt, objectAt, textAt } from '@/sandbox/lib/parameters'
import { decodePicture, type Picture } from '@/sandbox/lib/picture/decode'
import { breathe } from '@/sandbox/lib/sleep'

/** The guidance at which a filter has its usual strength. */
const USUAL_GUIDANCE = 7.5
/** So many steps take a filter to its full effect; fewer stop on the way. */
const FULL_STEPS = 10
/** The longer side of a picture that comes back, unless `target_size` says otherwise. */
const LONGEST_SIDE = 1280
const SIDE = { min: 16, max: 2048, integer: true }

/** Filters on the pixels, chosen by the prompt's words: it edits colours and places, and draws nothing new. */
const sandbox: SandboxTask = {
  id: 'image-to-image',
  media: true,
  async reply({ bytes, parameters, signal }) {
    const prompt = textAt(parameters, 'prompt') ?? ''
    const steps = readFilters(prompt, textAt(parameters, 'negative_prompt') ?? '')
    const guidance = numberAt(parameters, 'guidance_scale', { min: 0, max: 50 }) ?? USUAL_GUIDANCE
    const rounds =
      numberAt(parameters, 'num_inference_steps', { min: 1, max: 200, integer: true }) ?? FULL_STEPS
    const target = targetSize(objectAt(parameters, 'target_size'), 'target_size' in parameters)
    if (!bytes || bytes.data.length === 0) throw new SandboxError('There is no picture', 400)
    const picture = decodePicture(bytes.data)
    await breathe(signal)
    const { width, height } = workSize(picture, steps, target)
    const strength = (guidance / USUAL_GUIDANCE) * Math.min(1, rounds / FULL_STEPS)
    let pixels = pixelsOf(picture, width, height)
    for (const step of steps) {
      await breathe(signal)
      pixels = step.filter(pixels, step.strength * strength)
    }
    return { kind: 'bytes', data: png(pixels, steps), mediaType: 'image/png' }
  },
}

interface Size {
  readonly width: number
  readonly height: number
}

function targetSize(size: Readonly<Record<string, unknown>>, given: boolean): Size | undefined {
  const [width, height] = [numberAt(size, 'width', SIDE), numberAt(size, 'height', SIDE)]
  if (width !== undefined && height !== undefined) return { width, height }
  if (!given || (width === undefined && height === undefined)) return undefined
  throw new SandboxError('Input validation error: `target_size` must have `width` and `height`')
}

/** The size to filter at, so that a picture that is turned ends at the size that was asked for. */
function workSize(picture: Picture, steps: readonly Step[], target: Size | undefined): Size {
  const turned = steps.filter(({ name }) => name === 'rotate').length % 2 === 1
  if (target) return turned ? { width: target.height, height: target.width } : target
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  return {
    width: Math.max(1, Math.round(picture.width * scale)),
    height: Math.max(1, Math.round(picture.height * scale)),
  }
}

function png(pixels: Pixels, steps: readonly Step[]): Uint8Array {
  const { width, height } = pixels
  const names = steps.map(({ name }) => name).join(', ') || 'none'
  const text = { Software: 'Taskscope sandbox (rules, no model)', Description: `Filters: ${names}` }
  return encode({ width, height, channels: 3, data: toBytes(pixels), text })
}

export default sandbox
