import { seededRandom, type Random } from '../random'
import { writeFormatted } from '../structured/format'
import { resume, speak, type Plan, type TalkToken } from '../talk/plan'
import { planReply } from '../talk/talk'
import type { TalkMessage } from '../talk/messages'
import { cutAtStop, tokenise } from '../tokens'
import { answerResults } from '../tools/answer'
import { chooseCalls } from '../tools/choose'
import type { ChatOptions } from './options'

/** A call of a tool, its arguments in the tokens in which they are written. */
export interface SaidCall {
  readonly id: string
  readonly name: string
  readonly pieces: readonly string[]
}

/** One choice of a reply: a text, or calls. */
export interface Say {
  readonly tokens: readonly TalkToken[]
  readonly calls: readonly SaidCall[]
  readonly finishReason: 'stop' | 'length' | 'tool_calls'
}

/** `n` replies to a conversation, cut by `stop` and `max_tokens`. */
export function sayAll(messages: readonly TalkMessage[], options: ChatOptions): readonly Say[] {
  return Array.from({ length: options.n }, (_, index) => {
    const seed = options.seed + index
    const calls = callsFor(messages, options, seed)
    return calls.length > 0 ? cutCalls(calls, options.maxTokens) : sayText(messages, options, seed)
  })
}

function sayText(messages: readonly TalkMessage[], options: ChatOptions, seed: number): Say {
  const random = seededRandom(seed)
  const plan = formatted(answerResults(messages) ?? planReply(messages), messages, options, seed)
  const last = messages.at(-1)
  const rest = last?.role === 'assistant' ? resume(plan, last.text) : plan
  const tokens = stopAt(speak(rest, options.temperature, random), options.stops)
  return tokens.length > options.maxTokens
    ? { tokens: tokens.slice(0, options.maxTokens), calls: [], finishReason: 'length' }
    : { tokens, calls: [], finishReason: 'stop' }
}

/** At temperature 0 nothing is left to chance. */
const chance = ({ temperature }: ChatOptions, seed: number): Random =>
  temperature === 0 ? () => 0 : seededRandom(seed)

/** In the format that was asked for, with what the rules would say as one of the things to say. */
function formatted(
  plan: Plan,
  messages: readonly TalkMessage[],
  options: ChatOptions,
  seed: number,
): Plan {
  if (!options.format) return plan
  const said = speak(plan, 0, () => 0).map(({ text }) => text)
  const asked = lastText(messages)
  return [writeFormatted(options.format, asked, chance(options, seed), said.join(''))]
}

const saidBy = (messages: readonly TalkMessage[]) => messages.filter(({ role }) => role === 'user')
const lastText = (messages: readonly TalkMessage[]) => saidBy(messages).at(-1)?.text.trim() ?? ''

/** Once results are there they are answered, so that a forced call comes to an end. */
function callsFor(messages: readonly TalkMessage[], options: ChatOptions, seed: number) {
  if (messages.at(-1)?.role !== 'user') return []
  const before = saidBy(messages)
    .slice(0, -1)
    .map(({ text }) => text)
  const random = chance(options, seed)
  return chooseCalls(lastText(messages), before, options.tools, random, seededRandom(seed))
}

function cutCalls(calls: ReturnType<typeof chooseCalls>, most: number): Say {
  const said: SaidCall[] = []
  let left = most
  for (const { id, name, arguments: written } of calls) {
    const pieces = tokenise(written)
    if (left > 0) said.push({ id, name, pieces: pieces.slice(0, left) })
    left -= pieces.length
  }
  return { tokens: [], calls: said, finishReason: left < 0 ? 'length' : 'tool_calls' }
}

function stopAt(tokens: readonly TalkToken[], stops: readonly string[]): readonly TalkToken[] {
  const { text, stopped } = cutAtStop(tokens.map((token) => token.text).join(''), stops)
  if (!stopped) return tokens
  const kept: TalkToken[] = []
  let left = text.length
  for (const token of tokens) {
    if (left <= 0) break
    kept.push({ ...token, text: token.text.slice(0, left) })
    left -= token.text.length
  }
  return kept
}
