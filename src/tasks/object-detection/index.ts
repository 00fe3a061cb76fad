import { mediaBody } from '@/core/body'
import { imageProblems } from '@/core/checks'
import { javascriptFileCall, pythonArguments, pythonFileCall } from '@/core/client-call'
import { isEmpty } from '@/core/json'
import type { MediaFile } from '@/core/media'
import { oneLine } from '@/core/one-line'
import { jsonOf, readLabelledBox, readList, unnested } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { ClientCalls } from '@/core/request'
import type { LabelledBox } from '@/core/results'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft } from '@/core/task'
import schema from '#task-schemas/object-detection/spec/input.json'

export interface Input {
  readonly image: MediaFile | null
}

export interface Output {
  /** In the order of the reply. */
  readonly boxes: readonly LabelledBox[]
}

const expected = '[{label, score, box: {xmin, ymin, xmax, ymax}}]'

export default defineTask<Input, Output>({
  id: 'object-detection',
  schema,
  models: [
    { id: 'facebook/detr-resnet-50' },
    { id: 'facebook/detr-resnet-101' },
    { id: 'PekingU/rtdetr_v2_r50vd' },
    { id: 'IDEA-Research/dab-detr-resnet-50' },
    { id: 'hustvl/yolos-tiny' },
    ...sandboxModels('object-detection'),
  ],
  examples: [
    {
      id: 'street',
      title: { en: 'A street', 'zh-CN': '街景' },
      input: async (loadSample) => ({ image: await loadSample('street.png') }),
    },
    {
      id: 'shapes',
      title: { en: 'Shapes', 'zh-CN': '几何图形' },
      input: async (loadSample) => ({ image: await loadSample('shapes.png') }),
      parameters: { threshold: 0.5 },
    },
    {
      id: 'fruit',
      title: { en: 'Fruit', 'zh-CN': '水果' },
      input: async (loadSample) => ({ image: await loadSample('fruit.png') }),
    },
  ],
  emptyInput: { image: null },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/object-detection',
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
  const args = pythonArguments(parameters, ['threshold'], false)
  return {
    ...(isEmpty(parameters)
      ? { javascript: javascriptFileCall('objectDetection', image, {}) }
      : {}),
    ...(args ? { python: pythonFileCall('object_detection', image, args) } : {}),
  }
}

function parse(reply: Reply): Output {
  const boxes = readList(unnested(jsonOf(reply, expected)), readLabelledBox)
  if (!boxes) throw new UnreadableReply(expected)
  return { boxes }
}
