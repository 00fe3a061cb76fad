import { isListOf, isNumber, isObject, isString } from './json'

/** A token that stands, or could have stood, at a place. */
export interface TokenChoice {
  readonly text: string
  /** Natural logarithm of the probability, at most 0; null where the service gave none. */
  readonly logprob: number | null
  /** In the model's vocabulary, where the service tells. */
  readonly id?: number
  /** UTF-8 of the token, where its text can't show them: a token may be a part of a character. */
  readonly bytes?: readonly number[]
}

/** A token of a generated text or of a prompt, in the one shape that all services' are read into. */
export interface Token extends TokenChoice {
  /** A mark such as the end of the text, which is no part of it. */
  readonly special: boolean
  /** What the service says could have stood here, the likeliest first; may hold the token itself, or nothing. */
  readonly alternatives: readonly TokenChoice[]
}

/** Tokens in blocks, so that a stream copies one block at most for each token, and the page draws one anew. */
export type TokenBlocks = readonly (readonly Token[])[]

const BLOCK = 128
/** A block that ends inside of a character waits for its end, but not for ever. */
const LONGEST_BLOCK = 2 * BLOCK

/** The blocks with one token more. */
export function withToken(blocks: TokenBlocks = [], token: Token): TokenBlocks {
  const last = blocks.at(-1)
  if (!last) return [[token]]
  const full = last.length >= BLOCK && (last.length >= LONGEST_BLOCK || endsWhole(last))
  return full ? [...blocks, [token]] : [...blocks.slice(0, -1), [...last, token]]
}

/** A list of tokens in blocks. */
export function tokenBlocks(tokens: readonly Token[]): TokenBlocks {
  const blocks: Token[][] = []
  for (const token of tokens) {
    const last = blocks.at(-1)
    if (last && (last.length < BLOCK || (last.length < LONGEST_BLOCK && !endsWhole(last))))
      last.push(token)
    else blocks.push([token])
  }
  return blocks
}

/** What the tokens say together: characters that several tokens make up are joined, special tokens left out. */
export function textOfTokens(tokens: readonly Token[]): string {
  const decoder = new TextDecoder()
  const parts = tokens
    .filter(({ special }) => !special)
    .map(({ text, bytes }) =>
      bytes ? decoder.decode(Uint8Array.from(bytes), { stream: true }) : decoder.decode() + text,
    )
  return parts.join('') + decoder.decode()
}

function endsWhole(tokens: readonly Token[]): boolean {
  return wantedBytes(tokens.slice(-4).flatMap(({ bytes }) => bytes ?? [0])) === 0
}

/** How many bytes are missing at the end to make the last character whole; 0 where none are. */
export function wantedBytes(bytes: readonly number[]): number {
  let back = 0
  while (back < 3 && ((bytes[bytes.length - 1 - back] ?? 0) & 0xc0) === 0x80) back++
  const lead = bytes[bytes.length - 1 - back] ?? 0
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1
  return Math.max(0, length - back - 1)
}

const encoder = new TextEncoder()

/**
 * A token as services write it. Its bytes are kept where the text can't show them: `bytes` of the OpenAI protocol, or
 * the older notations `bytes:\xe4\xbd` and `<0xE4>`.
 */
export function readChoice(
  text: string,
  logprob: unknown,
  more: { readonly id?: unknown; readonly bytes?: unknown } = {},
): TokenChoice {
  const own = isListOf(more.bytes, isNumber) ? more.bytes : escapedBytes(text)
  const decoded = own ? new TextDecoder().decode(Uint8Array.from(own)) : text
  // A whole text needs no bytes; the replacement sign shows that there is more to it.
  const torn = own !== undefined && decoded.includes('\ufffd') && !sameBytes(decoded, own)
  return {
    text: decoded,
    logprob: isNumber(logprob) ? Math.min(0, logprob) : null,
    ...(isNumber(more.id) ? { id: more.id } : {}),
    ...(torn ? { bytes: own } : {}),
  }
}

function escapedBytes(text: string): readonly number[] | undefined {
  const single = /^<0x([0-9A-Fa-f]{2})>$/.exec(text)?.[1]
  if (single) return [parseInt(single, 16)]
  const listed = /^bytes:((?:\\x[0-9A-Fa-f]{2})+)$/.exec(text)?.[1]
  return listed?.match(/[0-9A-Fa-f]{2}/g)?.map((pair) => parseInt(pair, 16))
}

function sameBytes(text: string, bytes: readonly number[]): boolean {
  const own = encoder.encode(text)
  return own.length === bytes.length && own.every((byte, at) => byte === bytes[at])
}

/** A choice and what stood beside it as a token. */
export function tokenOf(
  choice: TokenChoice,
  alternatives: readonly TokenChoice[] = [],
  special = false,
): Token {
  const ordered = [...alternatives].sort(
    (a, b) => (b.logprob ?? -Infinity) - (a.logprob ?? -Infinity),
  )
  return { ...choice, special, alternatives: ordered }
}

/** `logprobs` of a chat choice, `{content: [{token, logprob, bytes, top_logprobs}]}`; undefined where there are none. */
export function readChatLogprobs(value: unknown): readonly Token[] | undefined {
  const content = isObject(value) ? value.content : undefined
  if (!Array.isArray(content)) return undefined
  return content.flatMap((entry: unknown) => {
    const choice = readEntry(entry)
    if (!choice || !isObject(entry)) return []
    const top: unknown[] = Array.isArray(entry.top_logprobs) ? entry.top_logprobs : []
    return [
      tokenOf(
        choice,
        top.flatMap((each) => readEntry(each) ?? []),
      ),
    ]
  })
}

function readEntry(value: unknown): TokenChoice | undefined {
  if (!isObject(value) || !isString(value.token)) return undefined
  return readChoice(value.token, value.logprob, { id: value.id, bytes: value.bytes })
}

/**
 * `logprobs` of a completion, `{tokens, token_logprobs, top_logprobs: [{token: logprob}]}`; some servers write them as a
 * chat's. Undefined where there are none.
 */
export function readCompletionLogprobs(value: unknown): readonly Token[] | undefined {
  if (!isObject(value)) return undefined
  const { tokens, token_logprobs: logprobs, top_logprobs: top } = value
  if (!isListOf(tokens, isString)) return readChatLogprobs(value)
  return tokens.map((text, at) => {
    const beside: unknown = Array.isArray(top) ? top[at] : undefined
    const alternatives = isObject(beside)
      ? Object.entries(beside).map(([other, logprob]) => readChoice(other, logprob))
      : []
    return tokenOf(readChoice(text, Array.isArray(logprobs) ? logprobs[at] : null), alternatives)
  })
}

/** A token of text-generation-inference, `{id, text, logprob, special}`, with `top_tokens` of its place. */
export function readTgiToken(value: unknown, top?: unknown): Token | undefined {
  const choice = readTgiChoice(value)
  if (!choice || !isObject(value)) return undefined
  const beside: unknown[] = Array.isArray(top) ? top : []
  const alternatives = beside.flatMap((each) => readTgiChoice(each) ?? [])
  return tokenOf(choice, alternatives, value.special === true)
}

function readTgiChoice(value: unknown): TokenChoice | undefined {
  if (!isObject(value) || !isString(value.text)) return undefined
  return readChoice(value.text, value.logprob, { id: value.id })
}
