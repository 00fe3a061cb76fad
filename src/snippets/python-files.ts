import type { FormBody } from '@/core/form'
import type { FileSlot, FormPart } from '@/core/request'
import type { FileNames } from './files'
import { block, Code, python } from './literal'
import { pythonString } from './quote'

/** A file's path as the libraries take it. */
export function pathCode(blob: Blob, names: FileNames): Code {
  return new Code(pythonString(names.get(blob) ?? 'file'))
}

/** A file's bytes. */
export function bytesCode(blob: Blob, names: FileNames): Code {
  return new Code(`Path(${pathCode(blob, names).text}).read_bytes()`)
}

/** A file as base64 text, behind the slot's prefix. */
export function base64Code({ file, prefix }: FileSlot, names: FileNames): Code {
  const base64 = `base64.b64encode(${bytesCode(file.blob, names).text}).decode()`
  return new Code(prefix === '' ? base64 : `${pythonString(prefix)} + ${base64}`)
}

/** A form as requests takes it: a list of names with texts or files. */
export function formCode({ parts }: FormBody, names: FileNames): string {
  const lines = parts.map((part) => {
    const name = pythonString(part.name)
    if (!('file' in part)) return `(${name}, (None, ${pythonString(part.value)}))`
    const { blob, name: file, type } = part.file
    const bytes = bytesCode(blob, names).text
    return `(${name}, (${pythonString(file)}, ${bytes}, ${pythonString(type)}))`
  })
  return `[${block(lines, python, 1)}]`
}

/** Names of plain letters, which all versions of the Python libraries write alike. */
export function isPlainPart(part: FormPart): boolean {
  const plain = (name: string) => /^[\x20-\x7e]+$/.test(name) && !/["\\]/.test(name)
  return plain(part.name) && (!('file' in part) || plain(part.file.name))
}

export interface Imports {
  readonly base64: boolean
  readonly json?: boolean
  readonly os: boolean
  readonly path: boolean
  readonly package: string
}

/** The import lines of a script: the standard library first, then the package. */
export function importLines(imports: Imports): string {
  const standard = [
    ...(imports.base64 ? ['import base64'] : []),
    ...(imports.json ? ['import json'] : []),
    ...(imports.os ? ['import os'] : []),
    ...(imports.path ? ['from pathlib import Path'] : []),
  ]
  return [...standard, ...(standard.length > 0 ? [''] : []), imports.package].join('\n')
}
