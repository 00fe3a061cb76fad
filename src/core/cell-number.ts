/** The number that a cell shows, thousands separators, currency and percent signs aside; undefined for a text. */
export function cellNumber(cell: string): number | undefined {
  const bare = cell
    .trim()
    .replace(/^[$€£¥]\s*/, '')
    .replace(/\s*(?:%|[$€£¥])$/, '')
    .replace(/[,_\s](?=\d{3}\b)/g, '')
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(bare)) return undefined
  const number = Number(bare)
  return Number.isFinite(number) ? number : undefined
}
