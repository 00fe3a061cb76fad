import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import ts from 'typescript'

/** Which file imports which, by path. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>

const ENDINGS = ['', '.ts', '.vue', '/index.ts']

/** What a source text imports, as written: static, dynamic and type imports and re-exports. */
export function importsOf(path: string, text: string): string[] {
  const script = path.endsWith('.vue')
    ? [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')
    : text
  return ts.preProcessFile(script, true, true).importedFiles.map((file) => file.fileName)
}

function resolveFrom(root: string, from: string, specifier: string): string | undefined {
  if (!/^(\.|@\/)/.test(specifier)) return undefined
  const path = specifier.startsWith('@/')
    ? posix.join('src', specifier.slice(2))
    : posix.join(dirname(from), specifier)
  return ENDINGS.map((ending) => path + ending).find((candidate) => {
    const absolute = join(root, candidate)
    return existsSync(absolute) && statSync(absolute).isFile()
  })
}

/** The imports among `files`, which are paths relative to `root` with `/`. */
export function importGraph(root: string, files: readonly string[]): ImportGraph {
  return new Map(
    files.map((file) => {
      const specifiers = importsOf(file, readFileSync(join(root, file), 'utf8'))
      const targets = specifiers.map((specifier) => resolveFrom(root, file, specifier))
      return [file, targets.filter((target) => target !== undefined)]
    }),
  )
}

/** A cycle as the files on it, the first again at the end; undefined when there is none. */
export function findCycle(graph: ImportGraph): string[] | undefined {
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return undefined
    for (const target of graph.get(file) ?? []) {
      const cycle = visit(target, [...path, file])
      if (cycle) return cycle
    }
    done.add(file)
    return undefined
  }
  for (const file of graph.keys()) {
    const cycle = visit(file, [])
    if (cycle) return cycle
  }
  return undefined
}
