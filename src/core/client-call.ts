import type { Json, JsonObject } from './json'
import type { MediaFile } from './media'
import type { ClientCall, FileSlot } from './request'

/** A call of @huggingface/inference: `client.method({...args})`. */
export function javascriptCall(
  method: string,
  args: JsonObject,
  files: readonly FileSlot[] = [],
): ClientCall {
  return { method, args, files }
}

/** A call with a file as `inputs`; the library takes the file itself there, not its base64. */
export function javascriptFileCall(
  method: string,
  file: MediaFile,
  parameters: JsonObject,
): ClientCall {
  const slot = { pointer: '/inputs', file, prefix: '' }
  return javascriptCall(method, inputsArgs('', parameters), [slot])
}

/** `{inputs, parameters}`, without `parameters` where there are none. */
export function inputsArgs(inputs: Json, parameters: JsonObject): JsonObject {
  return Object.keys(parameters).length === 0 ? { inputs } : { inputs, parameters }
}

/** A call of huggingface_hub: `client.method(text, **args)`. */
export function pythonCall(method: string, text: string, args: JsonObject): ClientCall {
  return { method, positional: [text], args, files: [] }
}

/** The same with a file as the first argument. */
export function pythonFileCall(method: string, file: MediaFile, args: JsonObject): ClientCall {
  const slot = { pointer: '/0', file, prefix: '', in: 'positional' } as const
  return { method, positional: [''], args, files: [slot] }
}

/**
 * Keyword arguments of huggingface_hub for parameters: those it names as they are, others in `extra_body` where the
 * method has one. Undefined when the library can't send them: it has no such keyword, or would drop a null.
 */
export function pythonArguments(
  parameters: JsonObject,
  keywords: readonly string[],
  extraBody: boolean,
): JsonObject | undefined {
  if (holdsNull(parameters)) return undefined
  const entries = Object.entries(parameters)
  const named = entries.filter(([name]) => keywords.includes(name))
  const others = entries.filter(([name]) => !keywords.includes(name))
  if (others.length === 0) return Object.fromEntries(named)
  return extraBody
    ? Object.fromEntries([...named, ['extra_body', Object.fromEntries(others)]])
    : undefined
}

function holdsNull(value: Json): boolean {
  if (value === null) return true
  return typeof value === 'object' && Object.values(value).some(holdsNull)
}
