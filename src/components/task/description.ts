/** A piece of a description: plain text, code, or a link. */
export type DescriptionPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

const marks =
  /\[([^\]]+)\]\((https:\/\/[^\s)]+)\)|<(https:\/\/[^\s>]+)>|(https:\/\/[^\s<>()]*[^\s<>().,;:])|(`{1,2})([^`]+)\5/g

/** Splits documented words at Markdown links, bare URLs and code. Only https addresses become links. */
export function descriptionParts(words: string): readonly DescriptionPart[] {
  const text = words
    .replace(/[ \t]*(?:\n[ \t]*)+/g, (gap) => (gap.split('\n').length > 2 ? '\n' : ' '))
    .trim()
  const parts: DescriptionPart[] = []
  let from = 0
  for (const match of text.matchAll(marks)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) })
    parts.push(partOf(match))
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

function partOf([
  whole,
  title,
  address,
  bracketed,
  bare,
  ,
  code,
]: RegExpMatchArray): DescriptionPart {
  if (code !== undefined) return { kind: 'code', text: code }
  const href = address ?? bracketed ?? bare ?? whole
  return { kind: 'link', text: title ?? href.replace('https://', ''), href }
}

/** The words alone, for a shortened view. */
export function descriptionText(words: string): string {
  return descriptionParts(words)
    .map(({ text }) => text)
    .join('')
}
