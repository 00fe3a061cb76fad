import type { ToolCall } from '@/core/chat'
import type { TokenUsage } from '@/core/results'
import { withToken, type Token, type TokenBlocks } from '@/core/tokens'
import { feedThink, noThoughts, type ThinkSplit } from '@/core/think'

export interface ReplyMessage {
  readonly text: string
  /** What the model thought before it answered; `''` where there is none. */
  readonly reasoning: string
  readonly toolCalls: readonly ToolCall[]
}

export interface Choice {
  readonly message: ReplyMessage
  /** Such as `stop`, `length` or `tool_calls`; null while it is being written. */
  readonly finishReason: string | null
  /** Reasoning that came beside the text. */
  readonly told: string
  /** The text, and what was thought inside it. */
  readonly split: ThinkSplit
  /** The number that the service gave each of the message's tool calls, where it gave one. */
  readonly callNumbers: readonly (number | undefined)[]
  /** Each token with its probability, where `logprobs` asked for them. */
  readonly tokens?: TokenBlocks
}

export interface Output {
  /** The first choice's. */
  readonly message: ReplyMessage
  readonly finishReason: string | null
  /** All of them, in the order of their index; one unless `n` asked for more. */
  readonly choices: readonly Choice[]
  readonly usage?: TokenUsage
  /** Of a stream: milliseconds from sending until the first word, thought or call came. */
  readonly firstTokenMs?: number
  /** The model that the service names. */
  readonly model?: string
  /** The end was marked: `[DONE]`, or a reason to finish for every choice. */
  readonly endedProperly: boolean
}

/** What a message or a piece of one adds to a choice. */
export interface Piece {
  readonly text: string
  readonly reasoning: string
  readonly toolCalls: readonly ToolCallPiece[]
  readonly tokens?: readonly Token[] | undefined
}

export interface ToolCallPiece extends ToolCall {
  /** Which of the calls it belongs to; undefined where the service does not say. */
  readonly index: number | undefined
}

const emptyChoice: Choice = {
  message: { text: '', reasoning: '', toolCalls: [] },
  finishReason: null,
  told: '',
  split: noThoughts,
  callNumbers: [],
}

export const emptyOutput: Output = {
  message: emptyChoice.message,
  finishReason: null,
  choices: [],
  endedProperly: false,
}

/** The output with a piece of one choice more. */
export function withPiece(
  output: Output,
  index: number,
  piece: Piece,
  finishReason: string | null,
): Output {
  const choices = [...output.choices]
  while (choices.length <= index) choices.push(emptyChoice)
  const before = choices[index] ?? emptyChoice
  choices[index] = grown(before, piece, finishReason)
  const [first = emptyChoice] = choices
  return {
    ...output,
    choices,
    message: first.message,
    finishReason: first.finishReason,
    endedProperly: output.endedProperly || choices.every((each) => each.finishReason !== null),
  }
}

function grown(choice: Choice, piece: Piece, finishReason: string | null): Choice {
  const split = feedThink(choice.split, piece.text)
  const told = choice.told + piece.reasoning
  const tokens = piece.tokens?.reduce(withToken, choice.tokens ?? []) ?? choice.tokens
  const between = told !== '' && split.reasoning !== '' ? '\n' : ''
  const { callNumbers, toolCalls } = piece.toolCalls.reduce(withToolCall, {
    callNumbers: choice.callNumbers,
    toolCalls: choice.message.toolCalls,
  })
  return {
    split,
    told,
    callNumbers,
    ...(tokens ? { tokens } : {}),
    finishReason: finishReason ?? choice.finishReason,
    message: { text: split.text, reasoning: told + between + split.reasoning, toolCalls },
  }
}

interface Calls {
  readonly toolCalls: readonly ToolCall[]
  readonly callNumbers: readonly (number | undefined)[]
}

function withToolCall({ toolCalls, callNumbers }: Calls, piece: ToolCallPiece): Calls {
  const place = placeOf({ toolCalls, callNumbers }, piece)
  const before = toolCalls[place]
  const call: ToolCall = {
    id: before?.id || piece.id,
    name: piece.name || (before?.name ?? ''),
    arguments: (before?.arguments ?? '') + piece.arguments,
  }
  return {
    toolCalls: [...toolCalls.slice(0, place), call, ...toolCalls.slice(place + 1)],
    callNumbers: before ? callNumbers : [...callNumbers, piece.index],
  }
}

/**
 * The call that a piece continues, or the place behind the last. Services number their calls, or give each an id, or
 * neither; some number all of them 0. A name begins a call, but some services repeat it with every piece.
 */
function placeOf({ toolCalls, callNumbers }: Calls, piece: ToolCallPiece): number {
  const behind = toolCalls.length
  const place = piece.index === undefined ? behind - 1 : callNumbers.lastIndexOf(piece.index)
  const before = toolCalls[place]
  if (!before) return behind
  const numbered = piece.index !== undefined
  if (piece.id !== '' && before.id !== '' && piece.id !== before.id) {
    // Some services give every piece an id of its own: only a name then begins another call.
    return numbered && piece.name === '' ? place : behind
  }
  if (numbered || piece.name === '' || before.name === '' || piece.id !== '') return place
  return before.name === piece.name && !isWhole(before.arguments) ? place : behind
}

function isWhole(json: string): boolean {
  try {
    JSON.parse(json)
    return true
  } catch {
    return false
  }
}
