import { isObject } from './json'

/** One visible line of a JSON tree. */
export type JsonRow =
  | {
      readonly kind: 'value'
      /** JSON pointer (RFC 6901). */
      readonly path: string
      /** Name or index within the parent; undefined for the root. */
      readonly name: string | number | undefined
      readonly depth: number
      readonly value: unknown
      /** Number of members; undefined for a value without members. */
      readonly size: number | undefined
      readonly open: boolean
      /** Place among its siblings, from 1, and their number. */
      readonly position: number
      readonly siblings: number
    }
  /** Stands for members that are not shown yet. */
  | {
      readonly kind: 'more'
      readonly path: string
      readonly depth: number
      readonly hidden: number
    }

export const PAGE_SIZE = 100

/** What a person opened: paths, and how many members of a path are shown when that is more than one page. */
export interface TreeState {
  readonly open: ReadonlySet<string>
  readonly shown: ReadonlyMap<string, number>
}

/** The lines that are to be seen, top to bottom. Costs what is visible, whatever the size of the value. */
export function jsonRows(root: unknown, state: TreeState): JsonRow[] {
  const rows: JsonRow[] = []
  const visit = (row: Omit<Extract<JsonRow, { kind: 'value' }>, 'kind' | 'size' | 'open'>) => {
    const size = memberCount(row.value)
    const open = size !== undefined && size > 0 && state.open.has(row.path)
    rows.push({ kind: 'value', ...row, size, open })
    if (!open) return
    const shown = Math.min(size, state.shown.get(row.path) ?? PAGE_SIZE)
    members(row.value, shown).forEach(([name, value], index) =>
      visit({
        path: childPath(row.path, name),
        name,
        depth: row.depth + 1,
        value,
        position: index + 1,
        siblings: size,
      }),
    )
    if (shown < size) {
      rows.push({ kind: 'more', path: row.path, depth: row.depth + 1, hidden: size - shown })
    }
  }
  visit({ path: '', name: undefined, depth: 0, value: root, position: 1, siblings: 1 })
  return rows
}

/** Paths to open at first: the root, and below it breadth first while no more than `budget` lines are shown. */
export function initiallyOpen(root: unknown, budget = 40): Set<string> {
  const open = new Set<string>()
  let queue: { path: string; value: unknown }[] = [{ path: '', value: root }]
  let lines = 1
  while (queue.length > 0) {
    const next: typeof queue = []
    for (const { path, value } of queue) {
      const size = memberCount(value)
      if (size === undefined || size === 0) continue
      const shown = Math.min(size, PAGE_SIZE)
      if (path !== '' && lines + shown > budget) continue
      open.add(path)
      lines += shown
      for (const [name, child] of members(value, shown)) {
        next.push({ path: childPath(path, name), value: child })
      }
    }
    queue = next
  }
  return open
}

export function parentPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** A path as JavaScript would write it behind a variable: `choices[0].message.content`; `$` for the root. */
export function pathWords(path: string): string {
  const words = path
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((part) => {
      if (/^\d+$/.test(part)) return `[${part}]`
      return /^[A-Za-z_$][\w$]*$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`
    })
    .join('')
  return words === '' ? '$' : words.replace(/^\./, '')
}

/** The number of decoded bytes when a text looks like base64 (with or without data URL) and is long; else undefined. */
export function base64Size(text: string): number | undefined {
  if (text.length < 200) return undefined
  const start = /^data:[\w.+/-]*(?:;[\w=.-]+)*;base64,/.exec(text)?.[0].length ?? 0
  // A look at both ends: a base64 text of megabytes is not read in full to be shown in short.
  const letters = /^[A-Za-z0-9+/_-]+={0,2}$/
  const [head, tail] = [text.slice(start, -64).slice(0, 512), text.slice(-64)]
  if (!letters.test(head) || head.endsWith('=') || !letters.test(tail)) return undefined
  const length = text.length - start
  const padding = /=*$/.exec(text.slice(-2))?.[0].length ?? 0
  return Math.floor((length * 3) / 4) - padding
}

function memberCount(value: unknown): number | undefined {
  if (Array.isArray(value)) return value.length
  return isObject(value) ? Object.keys(value).length : undefined
}

function members(value: unknown, count: number): (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) {
    return value.slice(0, count).map((member: unknown, index) => [index, member] as const)
  }
  return isObject(value) ? Object.entries(value).slice(0, count) : []
}

function childPath(path: string, name: string | number): string {
  return `${path}/${String(name).replace(/~/g, '~0').replace(/\//g, '~1')}`
}
