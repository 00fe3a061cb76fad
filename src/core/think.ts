/**
 * Parts a reply into what a model thought, between `<think>` and `</think>`, and what it said. Fed piece by piece; a tag
 * may be cut anywhere. Work is bounded by the piece: what came before is appended to, not read again.
 */
export interface ThinkSplit {
  readonly text: string
  readonly reasoning: string
  /** Inside `<think>`. */
  readonly thinking: boolean
  /** A thought has ended. */
  readonly thought: boolean
  /** Letters at the end of the open part that may be the beginning of a tag. */
  readonly held: number
}

export const noThoughts: ThinkSplit = {
  text: '',
  reasoning: '',
  thinking: false,
  thought: false,
  held: 0,
}

const OPEN = '<think>'
const CLOSE = '</think>'
const TAG = /<\/?think>/

export function feedThink(split: ThinkSplit, piece: string): ThinkSplit {
  if (piece === '') return split
  // The usual piece: nothing held, no tag begins.
  if (split.held === 0 && !piece.includes('<')) return append(split, piece)
  let state = release(split)
  let rest = heldLetters(split) + piece
  for (let match = TAG.exec(rest); match; match = TAG.exec(rest)) {
    state = tagged(append(state, rest.slice(0, match.index)), match[0])
    rest = rest.slice(match.index + match[0].length)
  }
  return { ...append(state, rest), held: unfinishedTag(rest) }
}

/** A whole text at once. */
export function splitThoughts(text: string): ThinkSplit {
  return feedThink(noThoughts, text)
}

function tagged(state: ThinkSplit, tag: string): ThinkSplit {
  if (tag === OPEN) return { ...state, thinking: true }
  // Some chat templates open the thought before the reply begins: what came so far was one.
  if (!state.thinking && !state.thought) {
    return { ...state, text: '', reasoning: state.text, thought: true }
  }
  return { ...state, thinking: false, thought: true }
}

/** Appends to the open part. Line ends right behind a tag belong to the tag. */
function append(state: ThinkSplit, piece: string): ThinkSplit {
  if (piece === '') return state
  if (state.thinking) {
    const reasoning = state.reasoning === '' ? piece.trimStart() : state.reasoning + piece
    return { ...state, reasoning }
  }
  const behindThought = state.text === '' && state.thought
  return { ...state, text: behindThought ? piece.trimStart() : state.text + piece }
}

/** What may be a tag stays visible until it is one: a stream that is cut loses nothing. */
function heldLetters({ text, reasoning, thinking, held }: ThinkSplit): string {
  return held === 0 ? '' : (thinking ? reasoning : text).slice(-held)
}

function release(split: ThinkSplit): ThinkSplit {
  const { text, reasoning, thinking, held } = split
  if (held === 0) return split
  return thinking
    ? { ...split, reasoning: reasoning.slice(0, -held), held: 0 }
    : { ...split, text: text.slice(0, -held), held: 0 }
}

/** The number of letters at the end that are the beginning of a tag. */
function unfinishedTag(text: string): number {
  const at = text.lastIndexOf('<')
  if (at < 0) return 0
  const end = text.slice(at)
  return OPEN.startsWith(end) || CLOSE.startsWith(end) ? end.length : 0
}
