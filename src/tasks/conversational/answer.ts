import { formatOfRequest } from '@/core/answer-format'
import type { AnswerFacts, ChatMessage } from '@/core/chat'
import { append, change, leafOf, parentOf, path, ROOT, type ChatTree } from '@/core/chat-tree'
import { measures } from '@/core/measures'
import { isFinished, isRunning, type ActiveRun } from '@/core/run'
import { withCallIds } from '@/core/tools'
import type { Input } from './input'
import type { Choice, Output } from './output'

/** The answer that an input asks to be gone on with. */
export function continuedBy(given: Input): ChatMessage | undefined {
  const last = path(given).at(-1)
  return last?.role === 'assistant' && last.id === given.asking ? last : undefined
}

/**
 * A conversation with what a run said in it, behind what the run was given: further choices are branches beside the
 * first. The branch that is shown stays, unless it is the one that was asked. Undefined where nothing was said, and
 * where it is in the conversation already.
 */
export function withAnswers(
  tree: ChatTree,
  run: ActiveRun<Output>,
  given: Input,
): ChatTree | undefined {
  const known = tree.messages.find(({ facts }) => facts?.runs.includes(run.id))
  if (known && !known.facts?.writing) return undefined
  const asked = leafOf(given)
  const continued = continuedBy(given)
  const here = continued && tree.messages.find(({ id }) => id === continued.id)
  const [first, ...others] = answersOf(run, known ? continued : (here ?? continued))
  if (!first) return undefined
  const before = leafOf(tree)
  const begun =
    (known ?? here) ? change(tree, first.id, first) : append(tree, first, placeFor(tree, given))
  const parent = parentOf(begun, first.id)
  const all = others.reduce<ChatTree>((grown, other) => append(grown, other, parent), begun)
  return { messages: all.messages, leaf: [asked, parent].includes(before) ? first.id : before }
}

/** The last message of what was asked that is still there. */
function placeFor({ messages }: ChatTree, given: Input): string {
  const ids = new Set(messages.map(({ id }) => id))
  return path(given).findLast(({ id }) => ids.has(id))?.id ?? ROOT
}

/**
 * What a run has said so far, as messages: one for each choice that `n` asked for, none before a word came. The first
 * has the run's id, or goes on with `base`, the answer that was to be continued.
 */
export function answersOf(run: ActiveRun<Output>, base?: ChatMessage): readonly ChatMessage[] {
  const output = 'output' in run ? run.output : undefined
  if (!output) return []
  const format = formatOfRequest(run.request)
  return output.choices.flatMap((choice, index) => {
    const continued = index === 0 ? base : undefined
    const id = index === 0 ? run.id : `${run.id}-${index}`
    if (saysNothing(choice)) return []
    const message = messageOf(choice, id, factsOf(run, output, choice), continued)
    const told = format ? { ...message, format } : message
    return [isFinished(run) ? answerable(told) : told]
  })
}

/** Each of its calls can be answered. */
function answerable(message: ChatMessage): ChatMessage {
  const { toolCalls } = message
  return toolCalls ? { ...message, toolCalls: withCallIds(toolCalls) } : message
}

function saysNothing({ message: { text, reasoning, toolCalls } }: Choice): boolean {
  return text === '' && reasoning === '' && toolCalls.length === 0
}

function messageOf(
  { message: { text, reasoning, toolCalls } }: Choice,
  id: string,
  facts: AnswerFacts,
  base: ChatMessage | undefined,
): ChatMessage {
  const thoughts = [base?.reasoning, reasoning].filter(Boolean).join('\n')
  return {
    ...(base ?? { id, role: 'assistant' as const, images: [] }),
    text: base ? continuedText(base.text, text) : text,
    ...(thoughts ? { reasoning: thoughts } : {}),
    ...(toolCalls.length > 0 ? { toolCalls } : {}),
    facts: base?.facts ? joinedFacts(base.facts, facts) : facts,
  }
}

/** Enough letters to tell a service that repeats what it was given from one that begins with the same word. */
const ECHO = 20

/** Most services send what follows; some send the whole answer from its beginning. */
export function continuedText(before: string, text: string): string {
  const echoes = before.length >= ECHO && text.startsWith(before)
  return echoes ? text : before + text
}

function factsOf(run: ActiveRun<Output>, output: Output, choice: Choice): AnswerFacts {
  const exchange = 'exchange' in run ? run.exchange : undefined
  const measured = exchange ? measures(exchange) : undefined
  const { firstTokenMs } = output
  const broken = brokenBy(run, choice)
  const rate = firstTokenMs === undefined ? undefined : rateOf(output, measured)
  return {
    ...(output.model ? { model: output.model } : {}),
    ...(choice.finishReason ? { finishReason: choice.finishReason } : {}),
    ...(broken ? { broken } : {}),
    ...(isRunning(run) ? { writing: true as const } : {}),
    ...(output.usage ? { usage: output.usage } : {}),
    ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
    ...(measured ? { totalMs: measured.totalMs } : {}),
    ...(rate === undefined ? {} : { tokensPerSecond: rate }),
    runs: [run.id],
  }
}

/** A run that still goes on counts as cut: that is what is kept of it if the page goes away. */
function brokenBy(run: ActiveRun<Output>, { finishReason }: Choice): AnswerFacts['broken'] {
  if (run.phase === 'done' || finishReason !== null) return undefined
  if (run.phase === 'aborted') return 'aborted'
  return run.phase === 'failed' && run.failure.kind !== 'cut' ? 'failed' : 'cut'
}

function rateOf(
  { usage, firstTokenMs = 0 }: Output,
  measured: ReturnType<typeof measures> | undefined,
): number | undefined {
  const tokens = usage?.completionTokens
  const seconds = ((measured?.totalMs ?? 0) - firstTokenMs) / 1000
  return tokens !== undefined && tokens > 1 && seconds > 0
    ? (tokens - 1) / seconds
    : measured?.tokensPerSecond
}

/** Of an answer that was gone on with: the end, speed and model of the last part, the tokens of all. */
function joinedFacts(before: AnswerFacts, last: AnswerFacts): AnswerFacts {
  const { firstTokenMs } = before
  const written = [before.usage?.completionTokens, last.usage?.completionTokens]
  const [first, second] = written
  const completionTokens = first === undefined || second === undefined ? undefined : first + second
  return {
    ...last,
    ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
    ...(last.usage ? { usage: { ...last.usage, completionTokens } } : {}),
    runs: [...before.runs, ...last.runs],
  }
}

/** The answer did not come to its end: the model can be asked to go on with it. */
export function isUnfinished({ facts }: ChatMessage): boolean {
  return facts?.broken !== undefined || facts?.finishReason === 'length'
}
