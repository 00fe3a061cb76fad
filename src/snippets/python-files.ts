import type { FileSlot } from '@/core/request'
import type { FileNames } from './files'
import { Code } from './literal'
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
