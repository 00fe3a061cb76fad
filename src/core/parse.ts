import type { Chunk } from './exchange'
import { errorDetail } from './failure'
import { isListOf, isNumber, isObject, isString } from './json'
import { ErrorReply, UnreadableReply, type Reply } from './reply'
import type { LabelledBox, LabelledMask, ScoredLabel } from './results'

/**
 * The JSON value of a reply. Throws ErrorReply for an error object that came with status 200, and UnreadableReply, with
 * the documented shape `expected`, for a reply that is no JSON.
 */
export function jsonOf(reply: Reply, expected: string): unknown {
  if (reply.kind !== 'json') throw new UnreadableReply(expected)
  throwIfError(reply.value)
  return reply.value
}

/** Throws ErrorReply for `{error: ...}` with something in it; `error: null` is no error. */
export function throwIfError(value: unknown): void {
  if (!isObject(value)) return
  // vLLM writes {object: "error", message}.
  const failed = value.object === 'error' || (value.error !== undefined && value.error !== null)
  if (failed) throw new ErrorReply(errorDetail(value) ?? JSON.stringify(value))
}

/** Every member through `read`, or undefined when one of them has not the documented shape. */
export function readList<T>(
  value: unknown,
  read: (member: unknown) => T | undefined,
): T[] | undefined {
  if (!Array.isArray(value)) return undefined
  const result: T[] = []
  for (const member of value) {
    const each = read(member)
    if (each === undefined) return undefined
    result.push(each)
  }
  return result
}

/** A list of what `read` takes, or a single one. */
export function readOneOrMore<T>(
  value: unknown,
  read: (member: unknown) => T | undefined,
): T[] | undefined {
  return Array.isArray(value) ? readList(value, read) : readList([value], read)
}

/** The first list of a list of lists, such as `[[{label, score}]]` for a single input; else the value itself. */
export function unnested(value: unknown): unknown {
  return isListOf(value, Array.isArray) && value.length > 0 ? value[0] : value
}

export function scoreOf(value: unknown): number | null {
  return isNumber(value) ? value : null
}

/** `{label, score}`; a score that is null or left out becomes null. */
export function readScoredLabel(value: unknown): ScoredLabel | undefined {
  if (!isObject(value) || !isString(value.label) || !isScore(value.score)) return undefined
  return { label: value.label, score: scoreOf(value.score) }
}

/** `{label, score, box: {xmin, ymin, xmax, ymax}}`. */
export function readLabelledBox(value: unknown): LabelledBox | undefined {
  const labelled = readScoredLabel(value)
  if (!labelled || !isObject(value) || !isObject(value.box)) return undefined
  const { xmin, ymin, xmax, ymax } = value.box
  if (!isNumber(xmin) || !isNumber(ymin) || !isNumber(xmax) || !isNumber(ymax)) return undefined
  return { ...labelled, box: { xmin, ymin, xmax, ymax } }
}

/** `{label, score, mask}` with base64 as the mask. Of the text only its beginning is looked at: it may be megabytes. */
export function readLabelledMask(value: unknown): LabelledMask | undefined {
  const labelled = readScoredLabel(value)
  if (!labelled || !isObject(value) || !isString(value.mask)) return undefined
  const beginning = value.mask.slice(0, 200).replace(/^data:[^,]*,/, '')
  return /^[A-Za-z0-9+/_=\s-]+$/.test(beginning) ? { ...labelled, mask: value.mask } : undefined
}

/** A number, or nothing: a text as a score is another shape. */
export function isScore(value: unknown): boolean {
  return value === undefined || value === null || isNumber(value)
}

/** What an event of a stream holds: JSON, the mark of the stream's end, or nothing that can be read. */
export type StreamEvent =
  | { readonly kind: 'value'; readonly value: Record<string, unknown> }
  | { readonly kind: 'done' }
  | { readonly kind: 'other' }

/** Reads one event. Throws ErrorReply for an error object, and for any event of the type `error`. */
export function readEvent({ event, data }: Chunk): StreamEvent {
  if (data.trim() === '[DONE]') return { kind: 'done' }
  const value = parsed(data)
  throwIfError(value)
  if (event === 'error') throw new ErrorReply(errorDetail(value) ?? data)
  return isObject(value) ? { kind: 'value', value } : { kind: 'other' }
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data) as unknown
  } catch {
    return undefined
  }
}
