import { wordsOf } from '../tokens'

/** The things that a request names: "a table of cats, dogs and birds" gives cats, dogs, birds. */
export function namedThings(text: string): string[] {
  const after =
    /(?:\b(?:of|with|about|for|comparing|containing|from)\b|关于|包括|比较)\s*(.+)$/iu.exec(
      text.replace(/[.!?。！？]+\s*$/, ''),
    )
  const source = after?.[1] ?? text
  return source
    .split(/\s*(?:,|;|、|，|\band\b|\bor\b|和|与|跟)\s*/iu)
    .map((thing) => thing.replace(/^(?:the|an?|some)\s+/i, '').trim())
    .filter((thing) => thing !== '')
    .slice(0, 20)
}

/** A Markdown table that counts the letters and vowels of things. */
export function countingTable(things: readonly string[], heads: readonly string[]): string {
  const rows = things.map((thing) => [
    thing.replaceAll('|', '\\|'),
    String([...thing.replace(/[^\p{L}]/gu, '')].length),
    String((thing.match(/[aeiou]/gi) ?? []).length),
  ])
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heads), line(['---', '---:', '---:']), ...rows.map(line)].join('\n')
}

export function numberedList(things: readonly string[]): string {
  return things.map((thing, index) => `${index + 1}. ${thing}`).join('\n')
}

const commentMarks: Readonly<Record<string, string>> = { python: '#', bash: '#', ruby: '#' }

/** A code block that counts the words of the request, in the language that it names (JavaScript otherwise). */
export function codeBlock(text: string): { language: string; block: string } {
  const named = /\b(python|javascript|typescript|bash|ruby)\b/i.exec(text)?.[1]?.toLowerCase()
  const language = named ?? 'javascript'
  const mark = commentMarks[language] ?? '//'
  const words = wordsOf(text).map((word) => word.text)
  const list = `[${words
    .slice(0, 12)
    .map((word) => JSON.stringify(word))
    .join(', ')}]`
  const bodies: Readonly<Record<string, string>> = {
    python: `words = ${list}\nfor word in sorted(words, key=len):\n    print(word, len(word))`,
    ruby: `words = ${list}\nwords.sort_by(&:length).each { |word| puts "#{word} #{word.length}" }`,
    bash: `for word in ${words
      .slice(0, 12)
      .map((word) => `"${word}"`)
      .join(' ')}; do\n  echo "$word \${#word}"\ndone`,
  }
  const body =
    bodies[language] ??
    `const words = ${list}\nfor (const word of words.sort((a, b) => a.length - b.length)) {\n  console.log(word, word.length)\n}`
  const comment = `${mark} ${words.length} words came in`
  return { language, block: `\`\`\`${language}\n${comment}\n${body}\n\`\`\`` }
}

/** The numbers up to where a request wants to count, at most 2,000; undefined when it does not. */
export function countUpTo(text: string): string | undefined {
  const wanted = /\bcount(?: up)?(?: from \d+)? to (\d+)|数到\s*(\d+)/i.exec(text)
  if (!wanted) return undefined
  const end = Math.min(2000, Number(wanted[1] ?? wanted[2]))
  return Array.from({ length: end }, (_, index) => String(index + 1)).join(', ')
}

const mirrored: Readonly<Record<string, string>> = {
  i: 'you',
  me: 'you',
  my: 'your',
  mine: 'yours',
  myself: 'yourself',
  am: 'are',
  you: 'I',
  your: 'my',
  yours: 'mine',
  yourself: 'myself',
  "i'm": 'you are',
  "you're": 'I am',
  "i've": 'you have',
}

/** Turns first and second person around: "my cat likes you" gives "your cat likes I". */
export function mirror(text: string): string {
  return text.replace(
    /[\p{L}'’]+/gu,
    (word) => mirrored[word.toLowerCase().replace('’', "'")] ?? word,
  )
}
