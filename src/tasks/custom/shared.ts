import type { FormField } from './form'
import { keptHeaders, looksSecret } from './headers'
import type { Input } from './input'

/** An input without what looks like a secret: in headers, and in the fields of a form. */
export function withoutSecrets(input: Input): Input {
  const { headers, form } = input
  const isKept = (field: FormField) =>
    field.kind === 'file' || !looksSecret(field.name, field.value)
  return {
    ...input,
    headers: keptHeaders(headers),
    ...(form ? { form: form.filter(isKept) } : {}),
  }
}
