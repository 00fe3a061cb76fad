import type { FileSlot } from '@/core/request'
import type { FileNames } from './files'
import { Code } from './literal'
import { javascriptString } from './quote'

/** The variable that holds a file's bytes. */
function variableOf(blob: Blob, names: FileNames): string {
  const index = [...names.keys()].indexOf(blob)
  return index <= 0 ? 'file' : `file${index + 1}`
}

/** Lines that read each input file into its variable. */
export function readLines(names: FileNames): string[] {
  return [...names].map(
    ([blob, name]) =>
      `const ${variableOf(blob, names)} = await readFile(${javascriptString(name)});`,
  )
}

export function bytesCode(blob: Blob, names: FileNames): Code {
  return new Code(variableOf(blob, names))
}

/** A file as base64 text, behind the slot's prefix. */
export function base64Code({ file, prefix }: FileSlot, names: FileNames): Code {
  const base64 = `${variableOf(file.blob, names)}.toString("base64")`
  return new Code(prefix === '' ? base64 : `${javascriptString(prefix)} + ${base64}`)
}

/** A file as the Blob that the client takes. */
export function blobCode({ file }: Pick<FileSlot, 'file'>, names: FileNames): Code {
  const type = javascriptString(file.type)
  return new Code(`new Blob([${variableOf(file.blob, names)}], { type: ${type} })`)
}

/** `import { readFile, writeFile } from "node:fs/promises";`, as far as the code below it needs them. */
export function fileImports(reads: boolean, writes: boolean): string[] {
  const used = [...(reads ? ['readFile'] : []), ...(writes ? ['writeFile'] : [])]
  return used.length > 0 ? [`import { ${used.join(', ')} } from "node:fs/promises";`] : []
}

/** Paragraphs of code with an empty line between them; empty ones are left out. */
export function paragraphs(...groups: readonly (readonly string[])[]): string {
  return groups
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}
