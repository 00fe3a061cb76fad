import { withoutMedia, type FilledInput, type GivenBody } from '@/core/given-body'
import { isListOf, isObject, isString, type JsonObject } from '@/core/json'
import type { Input } from './input'

/** Pairs that share their first text, or `{query, texts}` with the parameters beside them. */
export function fromBody(given: GivenBody): FilledInput<Input> | undefined {
  const { inputs, parameters, rest } = given
  const { query, texts, ...others } = rest
  if (inputs === undefined) {
    if (!isString(query) || !isListOf(texts, isString)) return undefined
    const plain = withoutMedia(others)
    return isObject(plain)
      ? {
          input: { query, texts, wire: 'rerank' },
          parameters: { ...parameters, ...(plain as JsonObject) },
        }
      : undefined
  }
  if (!isListOf(inputs, isPair) || inputs.length === 0) return undefined
  const [first] = inputs
  const asked = first?.[0] ?? ''
  if (inputs.some(([each]) => each !== asked)) return undefined
  return {
    input: { query: asked, texts: inputs.map(([, text]) => text), wire: 'pairs' },
    parameters,
  }
}

function isPair(value: unknown): value is readonly [string, string] {
  return isListOf(value, isString) && value.length === 2
}
