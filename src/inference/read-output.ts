import type { Exchange } from '@/core/exchange'
import { replyOf, UnreadableReply } from '@/core/reply'
import type { Draft, TaskDefinition } from '@/core/task'

export interface ReadOutput<Output> {
  readonly output?: Output
  /** Why the rest could not be read: UnreadableReply, ErrorReply, or any error of a parser. */
  readonly error?: unknown
  /** The stream came to its proper end; always true for replies that are no stream. */
  readonly ended: boolean
}

/**
 * A task's output, derived from a recorded exchange: for a run that has just ended and for one out of the history alike.
 * Keeps what could be read before an error.
 */
export function readOutput<Input, Output>(
  task: TaskDefinition<Input, Output>,
  exchange: Exchange,
  draft: Draft<Input>,
): ReadOutput<Output> {
  const { body } = exchange
  if (body.kind !== 'events' || !task.fold) return parsed()
  const { fold } = task
  let output = fold.start()
  try {
    for (const chunk of body.chunks) output = fold.step(output, chunk)
    return { output, ended: fold.ended(output) }
  } catch (error) {
    return { output, error, ended: false }
  }

  function parsed(): ReadOutput<Output> {
    try {
      return { output: task.parse(replyOf(exchange), draft), ended: true }
    } catch (error) {
      return { error: isReadable(error) ? error : new UnreadableReply(String(error)), ended: true }
    }
  }
}

/** An error that says what is wrong with a reply, as against one of ours. */
export function isReadable(error: unknown): boolean {
  return error instanceof Error && ['UnreadableReply', 'ErrorReply'].includes(error.name)
}
