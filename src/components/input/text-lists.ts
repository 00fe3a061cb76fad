export { linesOf } from '@/core/lines'

/** The labels in a text that was typed or pasted: separated by commas (also full-width ones), semicolons, tabs or lines. */
export function labelsOf(text: string): readonly string[] {
  return trimmed(text.split(/[,，、;；\t\r\n]+/))
}

/** The list with new labels at its end; one that is there already is not added again. */
export function withLabels(labels: readonly string[], added: readonly string[]): readonly string[] {
  return [...new Set([...labels, ...added])]
}

/** How many characters a change put in: what lies between the common start and the common end of both texts. */
export function insertedLength(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return after.length - start - end
}

function trimmed(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '')
}
