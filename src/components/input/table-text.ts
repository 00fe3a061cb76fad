// Not loaded on demand: a table that is pasted must be there before Run can be pressed.
import Papa from 'papaparse'
import { limits } from '@/core/limits'
import { parseJsonText } from '@/core/parameters/json-text'
import { fromCsvRows, fromRecord, type Grid } from '@/core/table'

/** Why a text is no table. Lines count from 1. */
export type TableTrouble =
  | { readonly kind: 'unreadable'; readonly line: number; readonly message: string }
  | { readonly kind: 'shape' }
  | { readonly kind: 'too-large' }

/** Reads CSV, tab-separated cells, or JSON `{column: [cells]}`. The first line of CSV names the columns. */
export function readTable(text: string): Grid | TableTrouble {
  const grid = /^\s*[{[]/.test(text) ? readJson(text) : readCsv(text)
  if ('kind' in grid) return grid
  const cells = grid.rows.reduce((sum, row) => sum + row.length, grid.columns.length)
  return cells - grid.columns.length > limits.tableCells ? { kind: 'too-large' } : grid
}

/** The cells of a spreadsheet's clipboard: tab-separated, quoted where a cell holds a line end. */
export function readCells(text: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(text.replace(/\r?\n$/, ''), {
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

function readCsv(text: string): Grid | TableTrouble {
  // One row more than can be sent is enough to see that it is too large.
  const { data, errors } = Papa.parse<string[]>(text, { preview: limits.tableCells + 2 })
  const fault = errors.find((error) => error.type === 'Quotes')
  if (fault) return { kind: 'unreadable', line: (fault.row ?? 0) + 1, message: fault.message }
  return fromCsvRows(data)
}
