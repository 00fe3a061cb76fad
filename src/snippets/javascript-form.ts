import type { FormBody } from '@/core/form'
import type { FileNames, FormWriter } from './files'
import { formSource } from './form-source'
import { blobCode } from './javascript-files'
import { javascriptString } from './quote'

/** Lines that put a form together. */
function formLines({ parts }: FormBody, names: FileNames): string[] {
  const appended = parts.map((part) => {
    const name = javascriptString(part.name)
    if (!('file' in part)) return `form.append(${name}, ${javascriptString(part.value)});`
    const blob = blobCode({ file: part.file }, names).text
    return `form.append(${name}, ${blob}, ${javascriptString(part.file.name)});`
  })
  return ['const form = new FormData();', ...appended]
}

export const javascriptForms: FormWriter = { source: formSource, lines: formLines }
