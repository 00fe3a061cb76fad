import type { TimedText } from './results'

/** A subtitle: seconds from the start of the sound, `end` after `start`. */
export interface Cue {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** How long a cue stays when neither its end, a later start nor the sound's length is known, in seconds. */
const OPEN_SECONDS = 2

/** `mm:ss.d`, or `h:mm:ss.d` from an hour on. Rounded to a tenth, so that 59.96 is 01:00.0. */
export function clockTime(seconds: number): string {
  const tenths = Math.round(Math.max(0, seconds) * 10)
  const { hours, minutes, rest } = parts(tenths, 10)
  const clock = `${pad(minutes)}:${pad(Math.floor(rest / 10))}.${rest % 10}`
  return hours > 0 ? `${hours}:${clock}` : clock
}

/**
 * Cues with both ends known. A null start begins where the chunk before ended; a null end lasts until the next chunk
 * begins, or until `duration` (seconds), or two seconds. Chunks without words are left out.
 */
export function toCues(chunks: readonly TimedText[], duration?: number): Cue[] {
  const cues: Cue[] = []
  let previousEnd = 0
  chunks.forEach((chunk, index) => {
    const start = chunk.start ?? previousEnd
    const end = chunk.end ?? openEnd(chunks, index, start, duration)
    previousEnd = Math.max(start, end)
    const text = oneBlock(chunk.text)
    if (text !== '') cues.push({ start, end: previousEnd, text })
  })
  return cues
}

/** SubRip text. */
export function toSrt(chunks: readonly TimedText[], duration?: number): string {
  return toCues(chunks, duration)
    .map((cue, index) => `${index + 1}\n${range(cue, ',')}\n${cue.text}\n`)
    .join('\n')
}

/** WebVTT text; markup characters are escaped, so words can't be read as tags or timings. */
export function toVtt(chunks: readonly TimedText[], duration?: number): string {
  const cues = toCues(chunks, duration).map((cue) => `${range(cue, '.')}\n${escapeVtt(cue.text)}\n`)
  return ['WEBVTT\n', ...cues].join('\n')
}

/** The chunk that is heard at `time` (seconds), or -1. An open chunk lasts until a later one begins. */
export function chunkAt(chunks: readonly TimedText[], time: number): number {
  let found = -1
  chunks.forEach((chunk, index) => {
    if (chunk.start === null || chunk.start > time) return
    if (chunk.end === null || time < chunk.end) found = index
  })
  return found
}

function openEnd(
  chunks: readonly TimedText[],
  index: number,
  start: number,
  duration: number | undefined,
): number {
  const next = chunks[index + 1]?.start
  if (typeof next === 'number' && next > start) return next
  if (index === chunks.length - 1 && duration !== undefined && duration > start) return duration
  return start + OPEN_SECONDS
}

function range(cue: Cue, decimal: string): string {
  return `${timestamp(cue.start, decimal)} --> ${timestamp(cue.end, decimal)}`
}

function timestamp(seconds: number, decimal: string): string {
  const { hours, minutes, rest } = parts(Math.round(seconds * 1000), 1000)
  const thousandths = String(rest % 1000).padStart(3, '0')
  return `${pad(hours)}:${pad(minutes)}:${pad(Math.floor(rest / 1000))}${decimal}${thousandths}`
}

function parts(units: number, perSecond: number) {
  const minute = 60 * perSecond
  return {
    hours: Math.floor(units / (60 * minute)),
    minutes: Math.floor(units / minute) % 60,
    rest: units % minute,
  }
}

/** An empty line would end the cue. */
function oneBlock(text: string): string {
  return text
    .trim()
    .replace(/\r\n?/g, '\n')
    .replace(/\n\s*\n/g, '\n')
}

function escapeVtt(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
