import type { FilledInput, GivenBody } from '@/core/given-body'
import { fieldsOf } from './form'
import type { Input } from './input'

/** Any request: what is JSON as it was written, all else as bytes. */
export function fromBody(given: GivenBody, empty: Input): FilledInput<Input> {
  const { method, headers, type, text, file, form, value } = given
  const own = headers.filter(([name]) => name.toLowerCase() !== 'content-type')
  if (form)
    return {
      input: { ...empty, method, mode: 'form', form: fieldsOf(form), headers: asFields(own) },
      parameters: {},
      anything: true,
    }
  const asJson = file === undefined
  const named = asJson && type !== '' && type !== 'application/json'
  const input: Input = {
    ...empty,
    method,
    headers: asFields(named ? [['Content-Type', type], ...own] : own),
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

function asFields(headers: GivenBody['headers']): Input['headers'] {
  return headers.map(([name, value]) => ({ name, value }))
}

/** A file has no place in the text. */
function blank(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'blob' in value ? '' : value
}
