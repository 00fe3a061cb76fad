import { base64At, inputsBody } from '@/core/body'
import { imageProblems } from '@/core/checks'
import { inputsArgs, javascriptCall } from '@/core/client-call'
import type { JsonObject } from '@/core/json'
import type { MediaFile } from '@/core/media'
import { oneLine } from '@/core/one-line'
import { jsonOf, readList, readScoredLabel, unnested } from '@/core/parse'
import { problem, type Problem } from '@/core/problem'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { ClientCalls } from '@/core/request'
import type { ScoredLabel } from '@/core/results'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft, type SampleLoader } from '@/core/task'
import schema from '#task-schemas/zero-shot-image-classification/spec/input.json'

export interface Input {
  readonly image: MediaFile | null
  readonly candidate_labels: readonly string[]
}

export interface Output {
  /** In the order of the reply. */
  readonly labels: readonly ScoredLabel[]
}

const expected = '[{label, score}]'

const given =
  (sample: string, ...candidate_labels: readonly string[]) =>
  async (loadSample: SampleLoader) => ({ image: await loadSample(sample), candidate_labels })

export default defineTask<Input, Output>({
  id: 'zero-shot-image-classification',
  schema,
  hiddenParameters: ['candidate_labels'],
  models: [
    { id: 'openai/clip-vit-large-patch14-336' },
    { id: 'openai/clip-vit-base-patch32' },
    { id: 'google/siglip2-base-patch16-224' },
    { id: 'laion/CLIP-ViT-B-32-laion2B-s34B-b79K' },
    { id: 'OFA-Sys/chinese-clip-vit-base-patch16' },
    ...sandboxModels('zero-shot-image-classification'),
  ],
  examples: [
    {
      id: 'street',
      title: { en: 'A street', 'zh-CN': '街景' },
      input: given('street.png', 'a bright day', 'a dark forest', 'a snowy mountain'),
    },
    {
      id: 'template',
      title: { en: 'Its own template', 'zh-CN': '自定模板' },
      input: given('fruit.png', 'warm', 'cold', 'black and white'),
      parameters: { hypothesis_template: 'a drawing in {} colours' },
    },
    {
      id: 'animals',
      title: { en: 'Animals that are not there', 'zh-CN': '图中没有的动物' },
      input: given('shapes.png', 'cat', 'dog', 'bird'),
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: given('shapes.png', '彩色的几何图形', '黑白照片', '夜景'),
      parameters: { hypothesis_template: '一张{}的图片。' },
      model: 'OFA-Sys/chinese-clip-vit-base-patch16',
    },
  ],
  emptyInput: { image: null, candidate_labels: [] },
  docs: 'https://huggingface.co/docs/huggingface_hub/package_reference/inference_client#huggingface_hub.InferenceClient.zero_shot_image_classification',
  streams: false,
  problems: ({ image, candidate_labels }) => [
    ...imageProblems('image', image),
    ...labelProblems(candidate_labels),
  ],
  request: (draft) => {
    const { image } = draft.input
    const files = image ? [base64At('/inputs/image', image)] : []
    return {
      route: 'model',
      body: inputsBody({ image: '' }, parametersOf(draft), files),
      stream: false,
      clients: clients(draft),
    }
  },
  parse,
  title: ({ image, candidate_labels }) =>
    oneLine([image?.name ?? '', candidate_labels.join(', ')].filter(Boolean).join(' · ')),
})

/** None at all is something that is missing; one alone has nothing to be compared with. */
function labelProblems(labels: readonly string[]): readonly Problem[] {
  if (labels.length >= 2) return []
  return [problem('candidate_labels', labels.length === 0 ? 'labels-missing' : 'labels-too-few')]
}

function parametersOf({ input, parameters }: Draft<Input>): JsonObject {
  return { ...parameters, candidate_labels: input.candidate_labels }
}

/** huggingface_hub sends the image as `inputs` itself, without `image` around it. */
function clients(draft: Draft<Input>): ClientCalls {
  const { image } = draft.input
  if (!image) return {}
  const args = inputsArgs({ image: '' }, parametersOf(draft))
  const files = [base64At('/inputs/image', image)]
  return { javascript: javascriptCall('zeroShotImageClassification', args, files) }
}

function parse(reply: Reply): Output {
  const labels = readList(unnested(jsonOf(reply, expected)), readScoredLabel)
  if (!labels) throw new UnreadableReply(expected)
  return { labels }
}
