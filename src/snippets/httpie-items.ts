import type { FormBody } from '@/core/form'
import { isObject, type Json } from '@/core/json'
import { safePath, type FileNames } from './files'
import { isPlainPart } from './python-form'

/*
 * HTTPie's request items (its documentation, "Request items"): `Name:value` a header, `key=text` and `key:=json` members
 * of a JSON object, `name@file` a file of a form. The first separator counts, the longest of those that begin there; a
 * backslash before `: ; = @` takes the sign as it is and is lost, before anything else it stays.
 */

const PLAIN_KEY = /^[A-Za-z_][A-Za-z0-9_-]*$/
/** What can't be said: a backslash before a separator's sign. */
const LOST = /\\[:;=@]/

/** `Name:value`; undefined where the value can't be given as it is. */
export function headerItem(name: string, value: string): string | undefined {
  if (LOST.test(value)) return undefined
  return value === '' ? `${name};` : `${name}:${guarded(value)}`
}

/** A member each; undefined where the body is better sent as it is. */
export function jsonItems(value: Json): string[] | undefined {
  if (!isObject(value)) return undefined
  const entries = Object.entries(value) as [string, Json][]
  if (entries.length === 0 || !entries.every(([key]) => PLAIN_KEY.test(key))) return undefined
  return entries.map(([key, member]) =>
    typeof member === 'string' && isPlainText(member)
      ? `${key}=${member}`
      : `${key}:=${JSON.stringify(member)}`,
  )
}

/** A field each; undefined where a name or a text can't be given as it is. */
export function formItems({ parts }: FormBody, names: FileNames): string[] | undefined {
  const items = parts.map((part) => {
    if (!isPlainPart(part) || !/^[\w.-]+$/.test(part.name) || part.name.startsWith('-'))
      return undefined
    if (!('file' in part))
      return LOST.test(part.value) ? undefined : `${part.name}=${guarded(part.value)}`
    const { blob, name, type } = part.file
    const path = names.get(blob)
    if (path !== name || LOST.test(path) || /^~|;type=/.test(path)) return undefined
    return `${part.name}@${safePath(path)};type=${type}`
  })
  return items.every((item) => item !== undefined) ? items : undefined
}

/** A text that would make a longer separator of the one before it. */
function guarded(text: string): string {
  return /^[:;=@]/.test(text) ? `\\${text}` : text
}

/** No backslash, no control letters but line breaks and tabs, no half letters: these go as JSON. */
function isPlainText(text: string): boolean {
  return !/^[=@]|\\|[^\P{Cc}\n\t]|\p{Cs}/u.test(text)
}
