/**
 * A text as one line of at most `limit` characters (code points), with an ellipsis where it was cut. Reads no more of a
 * long text than it needs.
 */
export function oneLine(text: string, limit = 120): string {
  const line = text
    .slice(0, limit * 8)
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...line]
  return characters.length <= limit
    ? line
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
}
