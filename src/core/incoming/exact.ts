import { isObject, type Json } from '../json'
import type { FormPart, RequestBody } from '../request'

/** True when two bodies are the same but for the order of keys and a `stream: false`, which says nothing. */
export function sameBody(a: RequestBody, b: RequestBody): boolean {
  if (a.kind === 'bytes' && b.kind === 'bytes') return a.file.blob === b.file.blob
  if (a.kind === 'form' && b.kind === 'form') return sameParts(a.parts, b.parts)
  if (a.kind !== 'json' || b.kind !== 'json') return a.kind === b.kind
  if (canonical(a.value) !== canonical(b.value) || a.files.length !== b.files.length) return false
  return a.files.every(({ pointer, prefix, file }) =>
    b.files.some(
      (other) =>
        other.pointer === pointer && other.prefix === prefix && other.file.blob === file.blob,
    ),
  )
}

/** Each program parts a form by a boundary of its own. */
function sameParts(a: readonly FormPart[], b: readonly FormPart[]): boolean {
  const same = (one: FormPart, other: FormPart | undefined) => {
    if (one.name !== other?.name) return false
    if ('file' in one) return 'file' in other && one.file.blob === other.file.blob
    return 'value' in other && one.value === other.value
  }
  return a.length === b.length && a.every((part, index) => same(part, b[index]))
}

function canonical(value: Json): string {
  if (!isObject(value)) return sorted(value)
  const { stream, ...rest } = value
  return sorted(stream === false ? (rest as Json) : value)
}

function sorted(value: Json): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    isObject(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}
