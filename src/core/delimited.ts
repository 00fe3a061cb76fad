type Cell = string | number | null

/** Tab-separated lines for the clipboard; tabs and line ends inside a cell become spaces. */
export function toTsv(rows: readonly (readonly Cell[])[]): string {
  return rows
    .map((row) => row.map((cell) => text(cell).replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n')
}

/** RFC 4180 with line feeds: cells with commas, quotes or line ends are quoted. */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map((cell) => quoted(text(cell))).join(',') + '\n').join('')
}

function text(cell: Cell): string {
  return cell === null ? '' : String(cell)
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell
}
