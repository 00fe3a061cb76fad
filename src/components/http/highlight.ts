export type CodeLanguage = 'bash' | 'javascript' | 'python' | 'http'

export type CodeKind = 'comment' | 'string' | 'keyword' | 'number' | 'name' | 'variable'

/** A piece of code; one without a kind is shown as it is. */
export interface CodeToken {
  readonly kind?: CodeKind
  readonly text: string
}

const number = String.raw`(?<number>\b(?:0x[\da-f]+|\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?)\b)`
const keywords = (words: string) =>
  String.raw`(?<keyword>(?<![.\w$])(?:${words.replaceAll(' ', '|')})(?![\w$]))`
const called = String.raw`(?<name>(?<![\w$])[A-Za-z_$][\w$]*(?=\())`

/** What stands first wins: a keyword inside a string is a string. */
const grammars: Readonly<Record<CodeLanguage, RegExp>> = {
  bash: grammar(
    String.raw`(?<comment>(?<=^|\s)#.*)`,
    // Outside of quotes a backslash is the quote of one letter.
    String.raw`(?<string>'[^']*'|"(?:\\.|[^"\\])*"|\\.)`,
    String.raw`(?<variable>\$\w+|\$\{\w+\})`,
    String.raw`(?<name>(?<=\s)--?[a-zA-Z][\w-]*)`,
    String.raw`(?<keyword>(?<=^\s*|\|\s*)(?:curl|http|printf|base64|tr|cat|echo)\b)`,
  ),
  http: grammar(
    String.raw`(?<keyword>^[A-Z]+(?= \S+ HTTP/1\.1))`,
    String.raw`(?<name>^[\w-]+(?=: ))`,
    String.raw`(?<variable>\$[A-Z_]+_TOKEN$)`,
    String.raw`(?<string>"(?:\\.|[^"\\\n])*")`,
    number,
  ),
  javascript: grammar(
    String.raw`(?<comment>//.*|/\*[^]*?\*/)`,
    String.raw`(?<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\x60(?:\\.|[^\x60\\])*\x60)`,
    keywords(
      'import export from as const let var new await async function return if else for of in while do break continue ' +
        'try catch finally throw typeof instanceof delete class extends true false null undefined',
    ),
    number,
    called,
  ),
  python: grammar(
    String.raw`(?<comment>#.*)`,
    String.raw`(?<string>(?:\b[rbfu]{1,2})?(?:"""[^]*?"""|'''[^]*?'''|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"))`,
    keywords(
      'import from as def return if elif else for in while break continue with try except finally raise pass lambda ' +
        'class and or not is del global assert yield async await None True False',
    ),
    number,
    called,
  ),
}

/** A variable in a string of bash between double quotes is filled in. */
const FILLED = /(?<variable>\$\w+|\$\{\w+\})/g

/** Parts code into pieces by their kind; the pieces joined are the code. */
export function highlight(language: CodeLanguage, code: string): readonly CodeToken[] {
  const tokens = tokensOf(grammars[language], code)
  if (language !== 'bash') return tokens
  return tokens.flatMap((token) =>
    token.kind === 'string' && token.text.startsWith('"')
      ? tokensOf(FILLED, token.text).map((part) => ({ kind: 'string' as const, ...part }))
      : [token],
  )
}

function grammar(...rules: string[]): RegExp {
  return new RegExp(rules.join('|'), 'gm')
}

function tokensOf(pattern: RegExp, code: string): CodeToken[] {
  const tokens: CodeToken[] = []
  let end = 0
  for (const match of code.matchAll(pattern)) {
    const [text] = match
    if (text === '') continue
    if (match.index > end) tokens.push({ text: code.slice(end, match.index) })
    const [kind] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? []
    tokens.push({ kind: kind as CodeKind, text })
    end = match.index + text.length
  }
  if (end < code.length) tokens.push({ text: code.slice(end) })
  return tokens
}
