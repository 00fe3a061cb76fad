import type { ToolCall } from '@/core/chat'
import type { TokenUsage } from '@/core/results'
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
}

export interface Output {
  /** The first choice's. */
  readonly message: ReplyMessage
  readonly finishReason: string | null
  /** All of them, in the order of their index; one unless `n` asked for more. */
  readonly choices: readonly Choice[]
  readonly usage?: TokenUsage
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
  const between = told !== '' && split.reasoning !== '' ? '\n' : ''
  return {
    split,
    told,
    finishReason: finishReason ?? choice.finishReason,
    message: {
      text: split.text,
      reasoning: told + between + split.reasoning,
      toolCalls: piece.toolCalls.reduce(withToolCall, choice.message.toolCalls),
    },
  }
}

/** A piece with an index goes there; one without continues the last call, unless it brings an id of its own. */
function withToolCall(calls: readonly ToolCall[], piece: ToolCallPiece): readonly ToolCall[] {
  const last = calls.length - 1
  const continues = piece.id === '' || piece.id === calls[last]?.id
  const index = Math.min(
    piece.index ?? (continues ? Math.max(0, last) : calls.length),
    calls.length,
  )
  const before = calls[index]
  const call: ToolCall = {
    id: piece.id || (before?.id ?? ''),
    name: piece.name || (before?.name ?? ''),
    arguments: (before?.arguments ?? '') + piece.arguments,
  }
  return [...calls.slice(0, index), call, ...calls.slice(index + 1)]
}
