import { encode } from 'fast-png'
import type { SandboxTask } from '@/core/sandbox'
import { numberAt, textAt, textInput } from '@/sandbox/lib/parameters'
import { paint } from '@/sandbox/lib/painter/paint'

const SIDE = { min: 64, max: 1024, integer: true }
const DEFAULT_SIDE = 512

/** Draws what the prompt's words for colours, shapes, scenes, numbers and places say, as a PNG. */
const sandbox: SandboxTask = {
  id: 'text-to-image',
  media: false,
  async reply({ inputs, parameters, signal }) {
    const options = {
      prompt: textInput(inputs),
      negativePrompt: textAt(parameters, 'negative_prompt') ?? '',
      width: numberAt(parameters, 'width', SIDE) ?? DEFAULT_SIDE,
      height: numberAt(parameters, 'height', SIDE) ?? DEFAULT_SIDE,
      seed: numberAt(parameters, 'seed', { integer: true }) ?? Math.floor(Math.random() * 2 ** 32),
      steps: numberAt(parameters, 'num_inference_steps', { min: 1, max: 200, integer: true }) ?? 20,
      guidance: numberAt(parameters, 'guidance_scale', { min: 0, max: 50 }) ?? 7,
    }
    textAt(parameters, 'scheduler')
    const { width, height } = options
    const text = { Software: 'Taskscope sandbox (rules, no model)' }
    const data = encode({ width, height, channels: 3, data: await paint(options, signal), text })
    return { kind: 'bytes', data, mediaType: 'image/png' }
  },
}

export default sandbox
