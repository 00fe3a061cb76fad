import { inputsBody } from '@/core/body'
import { textProblems } from '@/core/checks'
import { inputsArgs, javascriptCall, pythonArguments, pythonCall } from '@/core/client-call'
import { parseImages, type GeneratedImage } from '@/core/images'
import { oneLine } from '@/core/one-line'
import type { ClientCall, ClientCalls } from '@/core/request'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft } from '@/core/task'
import schema from '#task-schemas/text-to-image/spec/input.json'

export type { GeneratedImage }

/** Parameters that the page shows among its inputs. */
export const PAINTED = [
  'negative_prompt',
  'width',
  'height',
  'num_inference_steps',
  'guidance_scale',
  'seed',
]

export interface Input {
  readonly inputs: string
}

export interface Output {
  readonly images: readonly GeneratedImage[]
}

export default defineTask<Input, Output>({
  id: 'text-to-image',
  schema,
  hiddenParameters: PAINTED,
  models: [
    { id: 'black-forest-labs/FLUX.1-schnell' },
    { id: 'black-forest-labs/FLUX.1-dev' },
    { id: 'black-forest-labs/FLUX.1-Krea-dev' },
    { id: 'Qwen/Qwen-Image' },
    { id: 'stabilityai/stable-diffusion-xl-base-1.0' },
    { id: 'ByteDance/SDXL-Lightning' },
    ...sandboxModels('text-to-image'),
  ],
  examples: [
    {
      id: 'tortoise',
      title: { en: 'A giant tortoise', 'zh-CN': '巨龟' },
      input: {
        inputs:
          'award winning high resolution photo of a giant tortoise/((ladybird)) hybrid, [trending on artstation]',
      },
      parameters: { negative_prompt: 'blurry' },
    },
    {
      id: 'astronaut',
      title: { en: 'An astronaut on the moon', 'zh-CN': '月球上的宇航员' },
      input: { inputs: 'An astronaut riding a horse on the moon.' },
      parameters: { width: 512, height: 512 },
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: { inputs: '水墨画风格：江南小镇的清晨，薄雾中的石桥与乌篷船' },
      model: 'Qwen/Qwen-Image',
    },
  ],
  emptyInput: { inputs: '' },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/text-to-image',
  streams: false,
  problems: ({ inputs }) => textProblems('inputs', inputs),
  request: (draft) => ({
    route: 'model',
    body: inputsBody(draft.input.inputs, draft.parameters),
    stream: false,
    replyMedia: 'image',
    clients: clients(draft),
  }),
  providerCall: javascript,
  parse: (reply) => ({ images: parseImages(reply) }),
  title: ({ inputs }) => oneLine(inputs),
})

function javascript({ input, parameters }: Draft<Input>): ClientCall {
  return javascriptCall('textToImage', inputsArgs(input.inputs, parameters))
}

/** Both read the bytes that hf-inference and endpoints send; lists of images come from providers, which they know. */
function clients(draft: Draft<Input>): ClientCalls {
  const keywords = [
    'negative_prompt',
    'height',
    'width',
    'num_inference_steps',
    'guidance_scale',
    'scheduler',
    'seed',
  ]
  const args = pythonArguments(draft.parameters, keywords, true)
  return {
    javascript: javascript(draft),
    ...(args ? { python: pythonCall('text_to_image', draft.input.inputs, args) } : {}),
  }
}
