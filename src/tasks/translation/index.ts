import { inputsBody } from '@/core/body'
import { textProblems } from '@/core/checks'
import { javascriptCall, pythonArguments, pythonCall } from '@/core/client-call'
import type { FilledInput, GivenBody } from '@/core/given-body'
import { fillByNames } from '@/core/incoming/fill'
import { isListOf, isObject, isString, type JsonObject } from '@/core/json'
import { oneLine } from '@/core/one-line'
import { jsonOf, readOneOrMore, unnested } from '@/core/parse'
import { problem, type Problem } from '@/core/problem'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { ClientCalls } from '@/core/request'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft } from '@/core/task'
import schema from '#task-schemas/translation/spec/input.json'
import { examples } from './examples'
import { textsOf, type Input } from './input'

export type { Input }

export interface Output {
  /** In the order of the reply: one for each text that was sent. */
  readonly translations: readonly string[]
}

const empty: Input = { inputs: '', by_line: false, src_lang: '', tgt_lang: '' }
const languages = ['src_lang', 'tgt_lang']
const expected = '[{translation_text}]'

export default defineTask<Input, Output>({
  id: 'translation',
  schema,
  hiddenParameters: languages,
  models: [
    { id: 'google-t5/t5-base' },
    { id: 'facebook/nllb-200-distilled-600M' },
    { id: 'facebook/mbart-large-50-many-to-many-mmt' },
    { id: 'Helsinki-NLP/opus-mt-en-fr' },
    { id: 'Helsinki-NLP/opus-mt-ru-en' },
    { id: 'Helsinki-NLP/opus-mt-zh-en' },
    ...sandboxModels('translation'),
  ],
  examples,
  emptyInput: empty,
  docs: 'https://huggingface.co/docs/inference-providers/tasks/translation',
  streams: false,
  problems: (input) => [...textProblems('inputs', input.inputs), ...languageProblems(input)],
  request: (draft) => ({
    route: 'model',
    body: inputsBody(textsOf(draft.input), parametersOf(draft)),
    stream: false,
    clients: clients(draft),
  }),
  parse,
  fromBody,
  title: ({ inputs }) => oneLine(inputs),
})

/** A list of texts is shown as lines. */
function fromBody(given: GivenBody): FilledInput<Input> | undefined {
  const { inputs } = given
  if (!isListOf(inputs, isString)) return fillByNames(empty, given, languages)
  const filled = fillByNames(empty, { ...given, inputs: inputs.join('\n') }, languages)
  return filled && { ...filled, input: { ...filled.input, by_line: true } }
}

/** Models that know many languages need both; those that know two refuse either. */
function languageProblems({ src_lang, tgt_lang }: Input): readonly Problem[] {
  const [source, target] = [src_lang.trim(), tgt_lang.trim()]
  if ((source === '') === (target === '')) return []
  return [problem(source === '' ? 'param-src_lang' : 'param-tgt_lang', 'languages-both-or-neither')]
}

function parametersOf({ input, parameters }: Draft<Input>): JsonObject {
  const [source, target] = [input.src_lang.trim(), input.tgt_lang.trim()]
  return {
    ...parameters,
    ...(source === '' ? {} : { src_lang: source }),
    ...(target === '' ? {} : { tgt_lang: target }),
  }
}

/** Also takes a translation without a list, and the list of lists of texts that were sent in a list. */
function parse(reply: Reply): Output {
  const value = jsonOf(reply, expected)
  const flat = Array.isArray(value) && value.length > 1 ? value.flat() : unnested(value)
  const translations = readOneOrMore(flat, (each) =>
    isObject(each) && isString(each.translation_text) ? each.translation_text : undefined,
  )
  if (!translations || translations.length === 0) throw new UnreadableReply(expected)
  return { translations }
}

const keywords = [
  ...['src_lang', 'tgt_lang', 'clean_up_tokenization_spaces', 'truncation'],
  'generate_parameters',
]

/** huggingface_hub takes one text and gives back one translation; neither has a place for half a pair of languages. */
function clients(draft: Draft<Input>): ClientCalls {
  const inputs = textsOf(draft.input)
  const parameters = parametersOf(draft)
  const args = { inputs, ...(Object.keys(parameters).length === 0 ? {} : { parameters }) }
  const named = asksForOne(parameters) ? pythonArguments(parameters, keywords, false) : undefined
  return {
    javascript: javascriptCall('translation', args),
    ...(named && isString(inputs) ? { python: pythonCall('translation', inputs, named) } : {}),
  }
}

function asksForOne({ generate_parameters: nested, src_lang, tgt_lang }: JsonObject): boolean {
  const count = isObject(nested) ? (nested.num_return_sequences ?? 1) : 1
  return count === 1 && (src_lang === undefined) === (tgt_lang === undefined)
}
