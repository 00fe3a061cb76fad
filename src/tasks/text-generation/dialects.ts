import type { Connection } from '@/core/connection'
import { withoutMedia, type FilledInput, type GivenBody } from '@/core/given-body'
import { fillByNames } from '@/core/incoming/fill'
import { isListOf, isObject, isString, type JsonObject } from '@/core/json'
import type { Draft } from '@/core/task'
import type { Dialect, Input } from './input'

/** Hugging Face's own router speaks one dialect; what is behind an endpoint only the person knows. */
export function dialectOf({ dialect }: Input, connection?: Connection): Dialect {
  return dialect === 'completions' && connection?.kind !== 'provider' ? dialect : 'generate'
}

/** Parameters that a completion has under another name. */
const NAMES = [
  ['max_new_tokens', 'max_tokens'],
  ['top_n_tokens', 'logprobs'],
  ['return_full_text', 'echo'],
] as const

/** What a completion has no place for: a server may know these by their own names, or not. */
const UNKNOWN = [
  ...['adapter_id', 'decoder_input_details', 'do_sample', 'grammar', 'max_time', 'truncate'],
  ...['typical_p', 'watermark'],
]

/** `{model, prompt, max_tokens, logprobs, echo, ...}`. */
export function completionBody({ model, input, parameters, stream }: Draft<Input>): JsonObject {
  const { details, ...others } = parameters
  const named = Object.entries(others).map(([name, value]) => [
    NAMES.find(([own]) => own === name)?.[1] ?? name,
    value,
  ])
  const bare = details === true && others.top_n_tokens === undefined
  const asked: JsonObject = bare ? { logprobs: 1 } : {}
  return {
    ...(model === '' ? {} : { model }),
    prompt: input.inputs,
    ...(Object.fromEntries(named) as JsonObject),
    ...asked,
    ...(stream ? { stream } : {}),
  }
}

/** Names of parameters that are sent as they are, though the dialect has none such. */
export function strangersOf(parameters: JsonObject): readonly string[] {
  return Object.keys(parameters).filter((name) => UNKNOWN.includes(name))
}

/** The reverse of both bodies. */
export function fromBody(given: GivenBody): FilledInput<Input> | undefined {
  const { rest, inputs, parameters } = given
  const { prompt, model: _model, ...others } = rest
  const text = isListOf(prompt, isString) && prompt.length === 1 ? prompt[0] : prompt
  if (inputs !== undefined || !isString(text)) return fillByNames({ inputs: '' }, given)
  const plain = withoutMedia(others)
  if (!isObject(plain)) return undefined
  const named = Object.entries(plain as JsonObject).map(([name, value]) => [
    NAMES.find(([, theirs]) => theirs === name)?.[0] ?? name,
    value,
  ])
  return {
    input: { inputs: text, dialect: 'completions' },
    parameters: {
      ...(Object.fromEntries(named) as JsonObject),
      ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
    },
  }
}
