import type { Reply } from '@/core/reply'
import type { Fold } from '@/core/task'

/** Whatever came back. A stream is its events' data, a line each, so that it can grow without being copied. */
export type CustomReply =
  | Exclude<Reply, { kind: 'events' }>
  | { readonly kind: 'stream'; readonly text: string; readonly count: number }

export interface Output {
  readonly reply: CustomReply
}

/** Nobody knows how a stream of an unknown service ends: its end is a proper one. */
export const fold: Fold<Output> = {
  start: () => ({ reply: { kind: 'stream', text: '', count: 0 } }),
  step: ({ reply }, { event, data }) => {
    const before = reply.kind === 'stream' ? reply : { text: '', count: 0 }
    const line = event === undefined ? data : `${event}: ${data}`
    return { reply: { kind: 'stream', text: `${before.text}${line}\n`, count: before.count + 1 } }
  },
  ended: () => true,
}

export function parseAnything(reply: Reply): Output {
  return reply.kind === 'events' ? reply.chunks.reduce(fold.step, fold.start()) : { reply }
}
