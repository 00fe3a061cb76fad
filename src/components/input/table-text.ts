import type * as Papa from 'papaparse'
import { limits } from '@/core/limits'
import { parseJsonText } from '@/core/parameters/json-text'
import { fromCsvRows, fromRecord, type Grid } from '@/core/table'

/** Why a text is no table. Lines count from 1. */
export type TableTrouble =
  | { readonly kind: 'unreadable'; readonly line: number; readonly message: string }
  | { readonly kind: 'shape' }
  | { readonly kind: 'too-large' }

let papa: Promise<typeof Papa> | undefined

/** Loads the CSV parser once; called early so that a paste finds it there. */
export function loadCsvParser(): Promise<typeof Papa> {
  papa ??= import('papaparse').then((module) => module.default)
  return papa
}

/** Reads CSV, tab-separated cells, or JSON `{column: [cells]}`. The first line of CSV names the columns. */
export async function readTable(text: string): Promise<Grid | TableTrouble> {
  const grid = /^\s*[{[]/.test(text) ? readJson(text) : await readCsv(text)
  if ('kind' in grid) return grid
  const cells = grid.rows.reduce((sum, row) => sum + row.length, grid.columns.length)
  return cells - grid.columns.length > limits.tableCells ? { kind: 'too-large' } : grid
}

/** The cells of a spreadsheet's clipboard: tab-separated, quoted where a cell holds a line end. */
export async function readCells(text: string): Promise<readonly (readonly string[])[]> {
  const { parse } = await loadCsvParser()
  return parse<string[]>(text.replace(/\r?\n$/, ''), {
    delimiter: '\t',
    preview: limits.tableCells,
  }).data
}

function readJson(text: string): Grid | TableTrouble {
  const parsed = parseJsonText(text)
  if ('error' in parsed) {
    return { kind: 'unreadable', line: parsed.error.line, message: parsed.error.message }
  }
  return fromRecord(parsed.value) ?? { kind: 'shape' }
}

async function readCsv(text: string): Promise<Grid | TableTrouble> {
  const { parse } = await loadCsvParser()
  // One row more than can be sent is enough to see that it is too large.
  const { data, errors } = parse<string[]>(text, { preview: limits.tableCells + 2 })
  const fault = errors.find((error) => error.type === 'Quotes')
  if (fault) return { kind: 'unreadable', line: (fault.row ?? 0) + 1, message: fault.message }
  return fromCsvRows(data)
}
