import { isObject } from '@/core/json'
import type { RequestBody } from '@/core/request'

/**
 * What was written behind the prompt. Services differ in whether they repeat it: a text that begins with it does, unless
 * the request said that it should not (`return_full_text`, or `echo` of a completion).
 */
export function continuationOf(text: string, prompt: string, body: RequestBody): string {
  const repeats = prompt !== '' && text.startsWith(prompt) && askedForPrompt(body) !== false
  return repeats ? text.slice(prompt.length) : text
}

/** Undefined where the request does not say. */
function askedForPrompt(body: RequestBody): boolean | undefined {
  if (body.kind !== 'json' || !isObject(body.value)) return undefined
  const { prompt, echo, parameters } = body.value
  // A completion repeats nothing by itself.
  if (prompt !== undefined) return echo === true
  const asked = isObject(parameters) ? parameters.return_full_text : undefined
  return typeof asked === 'boolean' ? asked : undefined
}
