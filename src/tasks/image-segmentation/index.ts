import { mediaBody } from '@/core/body'
import { imageProblems } from '@/core/checks'
import { javascriptFileCall, pythonArguments, pythonFileCall } from '@/core/client-call'
import type { MediaFile } from '@/core/media'
import { oneLine } from '@/core/one-line'
import { jsonOf, readLabelledMask, readList, unnested } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { ClientCalls } from '@/core/request'
import type { LabelledMask } from '@/core/results'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft } from '@/core/task'
import schema from '#task-schemas/image-segmentation/spec/input.json'

export interface Input {
  readonly image: MediaFile | null
}

export interface Output {
  /** In the order of the reply; the masks as they came, to be decoded where they are shown. */
  readonly masks: readonly LabelledMask[]
}

const expected = '[{label, score or null, mask: base64 PNG}]'

export default defineTask<Input, Output>({
  id: 'image-segmentation',
  schema,
  models: [
    { id: 'facebook/detr-resnet-50-panoptic' },
    { id: 'facebook/mask2former-swin-large-coco-panoptic' },
    { id: 'nvidia/segformer-b0-finetuned-ade-512-512' },
    { id: 'briaai/RMBG-1.4' },
    { id: 'mattmdjaga/segformer_b2_clothes' },
    ...sandboxModels('image-segmentation'),
  ],
  examples: [
    {
      id: 'street',
      title: { en: 'A street', 'zh-CN': '街景' },
      input: async (loadSample) => ({ image: await loadSample('street.png') }),
    },
    {
      id: 'fruit',
      title: { en: 'Fruit, by kind (no scores)', 'zh-CN': '水果，按类别（无得分）' },
      input: async (loadSample) => ({ image: await loadSample('fruit.png') }),
      parameters: { subtask: 'semantic' },
      model: 'nvidia/segformer-b0-finetuned-ade-512-512',
    },
    {
      id: 'shapes',
      title: { en: 'Shapes, one by one', 'zh-CN': '几何图形，逐个' },
      input: async (loadSample) => ({ image: await loadSample('shapes.png') }),
      parameters: { subtask: 'instance', threshold: 0.5 },
    },
  ],
  emptyInput: { image: null },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/image-segmentation',
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
      ? javascriptFileCall('imageSegmentation', image, parameters)
      : { method: 'imageSegmentation', args: { inputs: '' }, files: [] },
  parse,
  title: ({ image }) => oneLine(image?.name ?? ''),
})

const pythonKeywords = ['mask_threshold', 'overlap_mask_area_threshold', 'subtask', 'threshold']

/** @huggingface/inference sends base64 also without parameters, and throws on a score that is null. */
function clients({ input: { image }, parameters }: Draft<Input>): ClientCalls {
  const args = pythonArguments(parameters, pythonKeywords, false)
  return image && args ? { python: pythonFileCall('image_segmentation', image, args) } : {}
}

function parse(reply: Reply): Output {
  const masks = readList(unnested(jsonOf(reply, expected)), readLabelledMask)
  if (!masks) throw new UnreadableReply(expected)
  return { masks }
}
