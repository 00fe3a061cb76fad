import { mediaBody } from '@/core/body'
import { imageProblems } from '@/core/checks'
import { javascriptFileCall, pythonArguments, pythonFileCall } from '@/core/client-call'
import { isObject, isString } from '@/core/json'
import type { MediaFile } from '@/core/media'
import { oneLine } from '@/core/one-line'
import { jsonOf, readOneOrMore, unnested } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { ClientCalls } from '@/core/request'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft } from '@/core/task'
import schema from '#task-schemas/image-to-text/spec/input.json'

export interface Input {
  readonly image: MediaFile | null
}

export interface Output {
  /** One or more, in the order of the reply. */
  readonly texts: readonly string[]
}

const expected = '[{generated_text}] or {generated_text}'

export default defineTask<Input, Output>({
  id: 'image-to-text',
  schema,
  models: [
    { id: 'Salesforce/blip-image-captioning-large' },
    { id: 'Salesforce/blip-image-captioning-base' },
    { id: 'nlpconnect/vit-gpt2-image-captioning' },
    { id: 'microsoft/trocr-base-printed' },
    { id: 'zai-org/GLM-OCR' },
    ...sandboxModels('image-to-text'),
  ],
  examples: [
    {
      id: 'fruit',
      title: { en: 'Fruit', 'zh-CN': '水果' },
      input: async (loadSample) => ({ image: await loadSample('fruit.png') }),
    },
    {
      id: 'street',
      title: { en: 'A street, in few words', 'zh-CN': '街景，简短描述' },
      input: async (loadSample) => ({ image: await loadSample('street.png') }),
      parameters: { max_new_tokens: 8 },
    },
    {
      id: 'shapes',
      title: { en: 'Shapes, sampled', 'zh-CN': '几何图形，随机采样' },
      input: async (loadSample) => ({ image: await loadSample('shapes.png') }),
      parameters: { generation_parameters: { do_sample: true, temperature: 0.9 } },
    },
  ],
  emptyInput: { image: null },
  docs: 'https://huggingface.co/docs/huggingface_hub/package_reference/inference_client#huggingface_hub.InferenceClient.image_to_text',
  streams: false,
  problems: ({ image }) => imageProblems('image', image),
  request: (draft) => ({
    route: 'model',
    body: mediaBody(draft.input.image ?? undefined, draft.parameters),
    stream: false,
    clients: clients(draft),
  }),
  providerCall: ({ input: { image }, parameters }) =>
    image
      ? javascriptFileCall('imageToText', image, parameters)
      : { method: 'imageToText', args: {}, files: [] },
  parse,
  title: ({ image }) => oneLine(image?.name ?? ''),
})

/** @huggingface/inference throws on the list; huggingface_hub reads it, and sends no parameters. */
function clients({ input: { image }, parameters }: Draft<Input>): ClientCalls {
  const args = pythonArguments(parameters, [], false)
  return image && args ? { python: pythonFileCall('image_to_text', image, args) } : {}
}

function parse(reply: Reply): Output {
  const texts = readOneOrMore(unnested(jsonOf(reply, expected)), (each) =>
    isObject(each) && isString(each.generated_text) ? each.generated_text : undefined,
  )
  if (!texts || texts.length === 0) throw new UnreadableReply(expected)
  return { texts }
}
