import { formPieces, formType, type FormBody } from '@/core/form'
import type { RequestBody, WireRequest } from '@/core/request'
import { jsonTextWithSlots } from '@/core/slots'
import { isLong, JSON_NAME, type BodySource } from './files'
import { headerValue } from './request'
import type { Attachment } from './types'

const FORM_NAME = 'request.form'

/** Media types that every library writes as they are. */
const PLAIN_TYPE = /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/

/** A form as programs can be told it, or as a file. */
export function formSource(wire: Pick<WireRequest, 'headers'>, body: FormBody): BodySource {
  return isPlainForm(body) && headerValue(wire, 'content-type') === formType(body)
    ? body
    : savedForm(body)
}

/** A form as a file, for where a program can't be told its parts as they are. */
export function savedForm(body: FormBody): BodySource & { readonly kind: 'saved' } {
  return { kind: 'saved', attachment: { name: FORM_NAME, parts: formPieces(body) } }
}

/** The whole body as a file beside the code. */
export function savedBody(body: RequestBody): Attachment {
  return body.kind === 'form'
    ? savedForm(body).attachment
    : { name: JSON_NAME, parts: jsonTextWithSlots(body) }
}

/** What every program can be given: no NUL, media types without parameters, not too much text. */
function isPlainForm({ parts }: FormBody): boolean {
  const texts = parts.flatMap((part) =>
    'file' in part ? [part.name, part.file.name] : [part.name, part.value],
  )
  const types = parts.flatMap((part) => ('file' in part ? [part.file.type] : []))
  return (
    !isLong(texts) &&
    parts.every(({ name }) => name !== '') &&
    !texts.some((text) => text.includes('\0')) &&
    types.every((type) => PLAIN_TYPE.test(type))
  )
}
