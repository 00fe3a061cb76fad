import { formBody } from '@/core/form'
import type { MediaFile } from '@/core/media'
import { problem, type Problem } from '@/core/problem'
import type { FormPart, RequestBody } from '@/core/request'

/** A field of a form as it is being typed. */
export type FormField =
  | { readonly kind: 'text'; readonly name: string; readonly value: string }
  | { readonly kind: 'file'; readonly name: string; readonly file: MediaFile | null }

/** What is sent of the fields: those with a name, files once they are there. */
export function formOf(fields: readonly FormField[]): RequestBody {
  const parts = fields.flatMap((field): FormPart[] => {
    if (field.name === '') return []
    if (field.kind === 'text') return [{ name: field.name, value: field.value }]
    return field.file ? [{ name: field.name, file: field.file }] : []
  })
  return parts.length > 0 ? formBody(parts) : { kind: 'none' }
}

/** Somebody's form as fields. */
export function fieldsOf(parts: readonly FormPart[]): FormField[] {
  return parts.map((part) =>
    'file' in part
      ? { kind: 'file', name: part.name, file: part.file }
      : { kind: 'text', name: part.name, value: part.value },
  )
}

export function formProblems(fields: readonly FormField[]): readonly Problem[] {
  const named = fields.filter(({ name }) => name !== '')
  if (named.length === 0) return [problem('form', 'fields-missing')]
  return fields.flatMap((field, index) =>
    field.kind === 'file' && field.name !== '' && !field.file
      ? [problem(`form-${index}`, 'file-missing')]
      : [],
  )
}

/** A service is asked for a stream by a field of that name. */
export function asksForStream(fields: readonly FormField[]): boolean {
  return fields.some(
    (field) => field.kind === 'text' && field.name === 'stream' && field.value === 'true',
  )
}
