import { inputsBody } from '@/core/body'
import { textProblems } from '@/core/checks'
import { inputsArgs, javascriptCall, pythonArguments, pythonCall } from '@/core/client-call'
import { oneLine } from '@/core/one-line'
import { problem, type Problem } from '@/core/problem'
import type { ClientCalls } from '@/core/request'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft } from '@/core/task'
import schema from '#task-schemas/fill-mask/spec/input.json'
import { maskFor, masks, masksIn, type Mask, type MaskChoice } from './mask'
import { parseCandidates, type Candidate } from './parse'
import { piecesAround } from './sentence'

export interface Input {
  readonly inputs: string
  /** The mask token to work with; `''` goes by the model's name. Not sent. */
  readonly mask: MaskChoice
}

export interface Output {
  /** The mask token that was looked for in the text. */
  readonly mask: Mask
  /** The candidates of each mask. */
  readonly masks: readonly (readonly Candidate[])[]
}

export default defineTask<Input, Output>({
  id: 'fill-mask',
  schema,
  models: [
    { id: 'google-bert/bert-base-uncased' },
    { id: 'answerdotai/ModernBERT-large' },
    { id: 'FacebookAI/xlm-roberta-base' },
    { id: 'distilbert/distilroberta-base' },
    { id: 'google-bert/bert-base-chinese' },
    ...sandboxModels('fill-mask'),
  ],
  examples: [
    {
      id: 'universe',
      title: { en: 'The answer', 'zh-CN': '答案' },
      input: { inputs: 'The answer to the universe is [MASK].', mask: '' },
    },
    {
      id: 'dog',
      title: { en: 'With <mask>', 'zh-CN': '使用 <mask>' },
      input: { inputs: 'The <mask> barked at me', mask: '' },
      model: 'distilbert/distilroberta-base',
    },
    {
      id: 'two',
      title: { en: 'Two masks', 'zh-CN': '两处掩码' },
      input: { inputs: 'Paris is the [MASK] of [MASK].', mask: '' },
    },
    {
      id: 'targets',
      title: { en: 'Only these words', 'zh-CN': '限定候选词' },
      input: { inputs: 'The film was [MASK] and I would see it again.', mask: '' },
      parameters: { targets: ['great', 'terrible', 'long'] },
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: { inputs: '巴黎是[MASK]国的首都。', mask: '' },
      model: 'google-bert/bert-base-chinese',
    },
  ],
  emptyInput: { inputs: '', mask: '' },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/fill-mask',
  streams: false,
  problems,
  request: (draft) => ({
    route: 'model',
    body: inputsBody(draft.input.inputs, draft.parameters),
    stream: false,
    clients: clients(draft),
  }),
  parse: (reply, draft) => ({ mask: maskOf(draft), masks: parseCandidates(reply) }),
  title: ({ inputs }) => oneLine(inputs),
})

function problems({ inputs, mask }: Input): readonly Problem[] {
  const found = textProblems('inputs', inputs)
  if (found.length > 0) return found
  const missing = mask === '' ? masksIn(inputs).length === 0 : !inputs.includes(mask)
  return missing ? [problem('inputs', 'mask-missing', { mask: mask || masks.join(', ') })] : []
}

/** The mask of the model may not be the one that the text has: what was sent decides. */
function maskOf({ input: { inputs, mask }, model }: Draft<Input>): Mask {
  const wanted = maskFor(mask, model, inputs)
  return inputs.includes(wanted) ? wanted : (masksIn(inputs)[0] ?? wanted)
}

/** @huggingface/inference throws on the reply for several masks. */
function clients(draft: Draft<Input>): ClientCalls {
  const { input, parameters } = draft
  const single = piecesAround(input.inputs, maskOf(draft)).length <= 2
  const args = pythonArguments(parameters, ['targets', 'top_k'], false)
  return {
    ...(single && { javascript: javascriptCall('fillMask', inputsArgs(input.inputs, parameters)) }),
    ...(args && { python: pythonCall('fill_mask', input.inputs, args) }),
  }
}
