import type { Exchange } from './exchange'

/** What is worth measuring of an exchange. */
export interface Measures {
  readonly totalMs: number
  /** Of a stream: until its first byte. */
  readonly firstByteMs?: number
  /** Of a stream of at least ten tokens: tokens a second after the first byte, one event counted as one token. */
  readonly tokensPerSecond?: number
}

export function measures(exchange: Exchange): Measures {
  const { timing, body } = exchange
  if (body.kind !== 'events') return { totalMs: timing.totalMs }
  const { firstByteMs } = timing
  const first = firstByteMs === undefined ? {} : { firstByteMs }
  const count = body.chunks.length
  const seconds = (timing.totalMs - (firstByteMs ?? 0)) / 1000
  const rate = count >= 10 && seconds > 0 ? { tokensPerSecond: (count - 1) / seconds } : {}
  return { totalMs: timing.totalMs, ...first, ...rate }
}
