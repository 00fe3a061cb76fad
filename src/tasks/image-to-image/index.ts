import { mediaBody } from '@/core/body'
import { imageProblems } from '@/core/checks'
import { javascriptFileCall, pythonArguments, pythonFileCall } from '@/core/client-call'
import { parseImages, type GeneratedImage } from '@/core/images'
import type { JsonObject } from '@/core/json'
import type { MediaFile } from '@/core/media'
import { oneLine } from '@/core/one-line'
import type { ClientCall, ClientCalls } from '@/core/request'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft, type SampleLoader } from '@/core/task'
import schema from '#task-schemas/image-to-image/spec/input.json'

export interface Input {
  readonly image: MediaFile | null
  /** Sent as `parameters.prompt`; empty means not sent. */
  readonly prompt: string
}

export interface Output {
  readonly images: readonly GeneratedImage[]
}

const given = (sample: string, prompt: string) => async (loadSample: SampleLoader) => ({
  image: await loadSample(sample),
  prompt,
})

export default defineTask<Input, Output>({
  id: 'image-to-image',
  schema,
  hiddenParameters: ['prompt'],
  models: [
    { id: 'black-forest-labs/FLUX.1-Kontext-dev' },
    { id: 'Qwen/Qwen-Image-Edit' },
    { id: 'black-forest-labs/FLUX.2-dev' },
    { id: 'lllyasviel/sd-controlnet-canny' },
    { id: 'lllyasviel/sd-controlnet-depth' },
    ...sandboxModels('image-to-image'),
  ],
  examples: [
    {
      id: 'sketch',
      title: { en: 'A pencil sketch', 'zh-CN': '铅笔素描' },
      input: given('fruit.png', 'Turn the bowl of fruit into a pencil sketch'),
    },
    {
      id: 'night',
      title: { en: 'A street at night', 'zh-CN': '夜晚的街道' },
      input: given('street.png', 'The same street at night'),
      parameters: { guidance_scale: 7.5, num_inference_steps: 20 },
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese, with a size', 'zh-CN': '中文，指定尺寸' },
      input: given('street.png', '老照片，加一点暗角'),
      parameters: { negative_prompt: '模糊', target_size: { width: 480, height: 320 } },
    },
  ],
  emptyInput: { image: null, prompt: '' },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/image-to-image',
  streams: false,
  problems: ({ image }) => imageProblems('image', image),
  request: (draft) => ({
    route: 'model',
    body: mediaBody(draft.input.image ?? undefined, parametersOf(draft)),
    stream: false,
    replyMedia: 'image',
    clients: clients(draft),
  }),
  providerCall: javascript,
  parse: (reply) => ({ images: parseImages(reply) }),
  title: ({ image, prompt }) => oneLine(prompt.trim() || (image?.name ?? '')),
})

function parametersOf({ input: { prompt }, parameters }: Draft<Input>): JsonObject {
  return prompt.trim() === '' ? parameters : { prompt, ...parameters }
}

function javascript(draft: Draft<Input>): ClientCall {
  const { image } = draft.input
  return image
    ? javascriptFileCall('imageToImage', image, parametersOf(draft))
    : { method: 'imageToImage', args: {}, files: [] }
}

/** Both send the bytes alone, and base64 with parameters, and read image bytes. */
function clients(draft: Draft<Input>): ClientCalls {
  const { image } = draft.input
  if (!image) return {}
  const keywords = [
    'prompt',
    'negative_prompt',
    'num_inference_steps',
    'guidance_scale',
    'target_size',
  ]
  const args = pythonArguments(parametersOf(draft), keywords, false)
  return {
    javascript: javascript(draft),
    ...(args ? { python: pythonFileCall('image_to_image', image, args) } : {}),
  }
}
