import type { FilledInput, GivenBody } from '@/core/given-body'
import type { Input } from './input'

/** Any request: what is JSON as it was written, all else as bytes. */
export function fromBody(given: GivenBody, empty: Input): FilledInput<Input> {
  const { method, headers, type, text, file, value } = given
  const own = headers.filter(([name]) => name.toLowerCase() !== 'content-type')
  const asJson = file === undefined
  const named = asJson && type !== '' && type !== 'application/json'
  const input: Input = {
    ...empty,
    method,
    headers: (named ? [['Content-Type', type] as const, ...own] : own).map(([name, held]) => ({
      name,
      value: held,
    })),
  }
  if (!asJson)
    return {
      input: { ...input, mode: 'bytes', file, mediaType: type },
      parameters: {},
      anything: true,
    }
  const json = text === '' && value !== undefined ? JSON.stringify(value, blank, 2) : text
  return { input: { ...input, json }, parameters: {}, anything: true }
}

/** A file has no place in the text. */
function blank(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'blob' in value ? '' : value
}
