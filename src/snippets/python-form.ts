import type { FormBody } from '@/core/form'
import type { FormPart } from '@/core/request'
import type { FileNames, FormWriter } from './files'
import { formSource, savedForm } from './form-source'
import { block, python } from './literal'
import { bytesCode } from './python-files'
import { pythonString } from './quote'

/** A form as requests takes it: a list of names with texts or files. */
function formLines({ parts }: FormBody, names: FileNames): string[] {
  const lines = parts.map((part) => {
    const name = pythonString(part.name)
    if (!('file' in part)) return `(${name}, (None, ${pythonString(part.value)}))`
    const { blob, name: file, type } = part.file
    const bytes = bytesCode(blob, names).text
    return `(${name}, (${pythonString(file)}, ${bytes}, ${pythonString(type)}))`
  })
  return [`files=[${block(lines, python, 1)}]`]
}

/** Names of plain letters, which all versions of the Python libraries write alike. */
export function isPlainPart(part: FormPart): boolean {
  const plain = (name: string) => /^[\x20-\x7e]+$/.test(name) && !/["\\]/.test(name)
  return plain(part.name) && (!('file' in part) || plain(part.file.name))
}

export const pythonForms: FormWriter = {
  source: (wire, body) =>
    body.parts.every(isPlainPart) ? formSource(wire, body) : savedForm(body),
  lines: formLines,
}
