import { mediaBody } from '@/core/body'
import { imageProblems } from '@/core/checks'
import { javascriptFileCall, pythonArguments, pythonFileCall } from '@/core/client-call'
import { isEmpty } from '@/core/json'
import type { MediaFile } from '@/core/media'
import { oneLine } from '@/core/one-line'
import { jsonOf, readList, readScoredLabel, unnested } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { ClientCalls } from '@/core/request'
import type { ScoredLabel } from '@/core/results'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft } from '@/core/task'
import schema from '#task-schemas/image-classification/spec/input.json'

export interface Input {
  readonly image: MediaFile | null
}

export interface Output {
  /** In the order of the reply. */
  readonly labels: readonly ScoredLabel[]
}

const expected = '[{label, score}]'

export default defineTask<Input, Output>({
  id: 'image-classification',
  schema,
  models: [
    { id: 'google/vit-base-patch16-224' },
    { id: 'microsoft/resnet-50' },
    { id: 'facebook/convnext-base-224' },
    { id: 'timm/mobilenetv3_large_100.ra_in1k' },
    { id: 'Falconsai/nsfw_image_detection' },
    ...sandboxModels('image-classification'),
  ],
  examples: [
    {
      id: 'street',
      title: { en: 'A street', 'zh-CN': '街景' },
      input: async (loadSample) => ({ image: await loadSample('street.png') }),
    },
    {
      id: 'fruit',
      title: { en: 'Fruit, the best three', 'zh-CN': '水果，取前三名' },
      input: async (loadSample) => ({ image: await loadSample('fruit.png') }),
      parameters: { top_k: 3 },
    },
    {
      id: 'shapes',
      title: { en: 'Shapes, each label by itself', 'zh-CN': '几何图形，各标签单独打分' },
      input: async (loadSample) => ({ image: await loadSample('shapes.png') }),
      parameters: { function_to_apply: 'sigmoid', top_k: 8 },
    },
  ],
  emptyInput: { image: null },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/image-classification',
  streams: false,
  problems: ({ image }) => imageProblems('image', image),
  request: (draft) => ({
    route: 'model',
    body: mediaBody(draft.input.image ?? undefined, draft.parameters),
    stream: false,
    clients: clients(draft),
  }),
  parse,
  title: ({ image }) => oneLine(image?.name ?? ''),
})

/** @huggingface/inference drops the parameters of an image. */
function clients({ input: { image }, parameters }: Draft<Input>): ClientCalls {
  if (!image) return {}
  const args = pythonArguments(parameters, ['function_to_apply', 'top_k'], false)
  return {
    ...(isEmpty(parameters)
      ? { javascript: javascriptFileCall('imageClassification', image, {}) }
      : {}),
    ...(args ? { python: pythonFileCall('image_classification', image, args) } : {}),
  }
}

function parse(reply: Reply): Output {
  const labels = readList(unnested(jsonOf(reply, expected)), readScoredLabel)
  if (!labels) throw new UnreadableReply(expected)
  return { labels }
}
