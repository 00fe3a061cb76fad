import { inputsBody } from '@/core/body'
import { textProblems } from '@/core/checks'
import { inputsArgs, javascriptCall, pythonArguments, pythonCall } from '@/core/client-call'
import { isObject, isString } from '@/core/json'
import { oneLine } from '@/core/one-line'
import { jsonOf, readOneOrMore, unnested } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { ClientCalls } from '@/core/request'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft } from '@/core/task'
import schema from '#task-schemas/summarization/spec/input.json'
import { bees, chinese, tower, towerShort } from './examples'

export interface Input {
  readonly inputs: string
}

export interface Output {
  /** In the order of the reply; several where `num_return_sequences` asks for them. */
  readonly summaries: readonly string[]
}

const expected = '[{summary_text}]'

export default defineTask<Input, Output>({
  id: 'summarization',
  schema,
  models: [
    { id: 'facebook/bart-large-cnn' },
    { id: 'Falconsai/medical_summarization' },
    { id: 'google/pegasus-xsum' },
    { id: 'sshleifer/distilbart-cnn-12-6' },
    { id: 'csebuetnlp/mT5_multilingual_XLSum' },
    ...sandboxModels('summarization'),
  ],
  examples: [
    {
      id: 'tower',
      title: { en: 'The Eiffel Tower', 'zh-CN': '埃菲尔铁塔' },
      input: { inputs: tower },
    },
    {
      id: 'max-length',
      title: { en: 'At most 100 tokens', 'zh-CN': '不超过 100 个词元' },
      input: { inputs: towerShort },
      parameters: { max_length: 100 },
      model: 'google/pegasus-xsum',
    },
    {
      id: 'several',
      title: { en: 'Two summaries of one text', 'zh-CN': '同一文本的两份摘要' },
      input: { inputs: bees },
      parameters: { generate_parameters: { num_return_sequences: 2, num_beams: 4 } },
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: { inputs: chinese },
      model: 'csebuetnlp/mT5_multilingual_XLSum',
    },
  ],
  emptyInput: { inputs: '' },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/summarization',
  streams: false,
  problems: ({ inputs }) => textProblems('inputs', inputs),
  request: (draft) => ({
    route: 'model',
    body: inputsBody(draft.input.inputs, draft.parameters),
    stream: false,
    clients: clients(draft),
  }),
  parse,
  title: ({ inputs }) => oneLine(inputs),
})

/** Also takes a summary without a list, and the list of lists of a text that was sent in a list. */
function parse(reply: Reply): Output {
  const summaries = readOneOrMore(unnested(jsonOf(reply, expected)), (value) =>
    isObject(value) && isString(value.summary_text) ? value.summary_text : undefined,
  )
  if (!summaries || summaries.length === 0) throw new UnreadableReply(expected)
  return { summaries }
}

const keywords = ['clean_up_tokenization_spaces', 'generate_parameters', 'truncation']

/** Both libraries give back the first summary only. */
function clients({ input: { inputs }, parameters }: Draft<Input>): ClientCalls {
  const { generate_parameters: nested } = parameters
  const count = isObject(nested) ? nested.num_return_sequences : undefined
  if ((count ?? parameters.num_return_sequences ?? 1) !== 1) return {}
  const args = pythonArguments(parameters, keywords, false)
  return {
    javascript: javascriptCall('summarization', inputsArgs(inputs, parameters)),
    ...(args ? { python: pythonCall('summarization', inputs, args) } : {}),
  }
}
