import { isListOf, isObject, isString, type JsonObject } from '@/core/json'
import type { Draft } from '@/core/task'
import type { FormField } from './form'
import { keptHeaders, type Header } from './headers'
import type { Input } from './index'

/** What a preset keeps of a page: not the file, whose bytes are the person's to choose, and no header with a secret. */
export function presetOf({ model, input, parameters, stream }: Draft<Input>): JsonObject {
  const { mode, json, mediaType, path, method, headers, form = [] } = input
  const kept = keptHeaders(headers).map(({ name, value }) => ({ name, value }))
  const fields = form.map(({ kind, name, ...rest }) => ({
    kind,
    name,
    value: 'value' in rest ? rest.value : '',
  }))
  return {
    ...{ model, mode, json, mediaType, path, method, headers: kept, parameters, stream },
    ...(fields.length > 0 ? { form: fields } : {}),
  }
}

/** The page that a preset stands for, what it lacks as on an empty page. */
export function draftOf(value: JsonObject, empty: Input): Draft<Input> {
  const text = (name: keyof Input, otherwise: string) => {
    const found = value[name]
    return isString(found) ? found : otherwise
  }
  const { headers, parameters, form } = value
  return {
    model: isString(value.model) ? value.model : '',
    input: {
      mode: value.mode === 'bytes' || value.mode === 'form' ? value.mode : 'json',
      json: text('json', empty.json),
      file: null,
      mediaType: text('mediaType', empty.mediaType),
      path: text('path', empty.path),
      method: text('method', empty.method),
      headers: isListOf<Header>(headers, isHeader) ? headers : [],
      ...(isListOf<Header>(form, isHeader) ? { form: form.map(fieldOf) } : {}),
    },
    parameters: isObject(parameters) ? (parameters as JsonObject) : {},
    stream: value.stream === true,
  }
}

/** The bytes of a file are not kept. */
function fieldOf(kept: Header & { readonly kind?: unknown }): FormField {
  return kept.kind === 'file'
    ? { kind: 'file', name: kept.name, file: null }
    : { kind: 'text', name: kept.name, value: kept.value }
}

function isHeader(value: unknown): value is Header {
  return isObject(value) && isString(value.name) && isString(value.value)
}
