import type { ShellToken, ShellWord, WordPart } from '../shell-words'
import { wordText } from '../shell-words'

/** Where a command reads from: parts of a text, of which a file's base64 or its bytes are some. */
export type StdinPart =
  WordPart | { readonly kind: 'file'; readonly name: string; readonly base64: boolean }

export interface FoundCommand {
  /** The words behind `curl`. */
  readonly words: readonly ShellWord[]
  /** What comes on standard input; undefined where nothing does, null where it can't be read. */
  readonly stdin: readonly StdinPart[] | null | undefined
  /** There are more curl commands. */
  readonly more: boolean
}

const isWord = (token: ShellToken): token is ShellWord => token.kind === 'word'
const bare = (token: ShellToken | undefined): string | undefined =>
  token?.kind === 'word' && !token.quoted ? wordText(token.parts) : undefined
const isCurl = (token: ShellToken) => /^!?(?:.*[/\\])?curl(?:\.exe)?$/.test(bare(token) ?? '')

/** The first curl of a command line, with what is piped or redirected into it. */
export function findCurl(tokens: readonly ShellToken[]): FoundCommand | undefined {
  const at = tokens.findIndex((token, index) => isCurl(token) && beginsCommand(tokens, index))
  if (at < 0) return undefined
  const words: ShellWord[] = []
  let stdin: FoundCommand['stdin'] = before(tokens.slice(0, at))
  let index = at + 1
  for (; index < tokens.length; index++) {
    const token = tokens[index]
    if (!token) break
    if (isWord(token)) {
      words.push(token)
      continue
    }
    const target = tokens[index + 1]
    if (!'<>'.includes(token.text[0] ?? '') && token.text !== '&>') break
    // 2>/dev/null: the number is no argument.
    const last = words.at(-1)
    if (last && target && /^[>]/.test(token.text) && /^[012]$/.test(bare(last) ?? '')) words.pop()
    if (target && isWord(target)) stdin = redirected(token.text, token.document, target, stdin)
    index++
  }
  const more = tokens.slice(index).some(isCurl)
  return { words, stdin, more }
}

/** Behind the start, an operator, a prompt, an assignment, or a word that runs another command. */
function beginsCommand(tokens: readonly ShellToken[], at: number): boolean {
  const token = tokens[at - 1]
  if (!token || token.kind === 'operator') return true
  return /^(?:[$%>#]|sudo|time|env|exec|command|\{|[A-Za-z_]\w*=.*)$/s.test(wordText(token.parts))
}

function redirected(
  operator: string,
  document: readonly WordPart[] | undefined,
  target: ShellWord,
  before: FoundCommand['stdin'],
): FoundCommand['stdin'] {
  if (operator === '<<' || operator === '<<-') return document ?? null
  if (operator === '<<<') return [...target.parts, { kind: 'text', text: '\n' }]
  if (operator === '<') return [{ kind: 'file', name: wordText(target.parts), base64: false }]
  return before
}

/** What the commands before a pipe write. */
function before(tokens: readonly ShellToken[]): FoundCommand['stdin'] {
  const last = tokens.at(-1)
  if (last?.kind !== 'operator' || last.text !== '|') return undefined
  const piped = tokens.slice(0, -1)
  if (bare(piped.at(-1)) !== '}') return producer(lastCommand(piped))
  const from = piped.findIndex((token) => bare(token) === '{')
  const parts = commandsOf(piped.slice(from + 1, -1)).map(producer)
  return parts.every((each) => each !== null) ? parts.flat() : null
}

function commandsOf(tokens: readonly ShellToken[]): ShellToken[][] {
  const commands: ShellToken[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'operator' && [';', '&&', '\n'].includes(token.text)) commands.push([])
    else commands.at(-1)?.push(token)
  }
  return commands.filter((command) => command.length > 0)
}

const lastCommand = (tokens: readonly ShellToken[]) => commandsOf(tokens).at(-1) ?? []

/** What one command writes: printf '%s' TEXT, echo TEXT, cat FILE, base64 FILE with tr behind it; null for others. */
export function producer(tokens: readonly ShellToken[]): readonly StdinPart[] | null {
  const pipe = tokens.findIndex((token) => token.kind === 'operator' && token.text === '|')
  const command = pipe < 0 ? tokens : tokens.slice(0, pipe)
  const filter = pipe < 0 ? undefined : bare(tokens[pipe + 1])
  const words = command.filter(isWord)
  const [name, ...rest] = words.map(({ parts }) => wordText(parts))
  const plain = rest.filter((word) => !/^-/.test(word))
  const reads = command.findIndex((token) => token.kind === 'operator' && token.text === '<')
  const redirect = command[reads + 1]
  const named = reads >= 0 && redirect?.kind === 'word' ? wordText(redirect.parts) : plain.at(-1)
  if (filter !== undefined && (filter !== 'tr' || name !== 'base64')) return null
  switch (name) {
    case 'printf':
      return words.length === 3 && rest[0] === '%s' ? (words[2]?.parts ?? null) : null
    case 'echo': {
      const texts = words.slice(1).filter(({ parts }) => wordText(parts) !== '-n')
      const end = rest[0] === '-n' ? '' : '\n'
      return [...(texts[0]?.parts ?? []), { kind: 'text', text: end }]
    }
    case 'cat':
      return named === undefined ? null : [{ kind: 'file', name: named, base64: false }]
    case 'base64':
      return named === undefined ? null : [{ kind: 'file', name: named, base64: true }]
    default:
      return null
  }
}
