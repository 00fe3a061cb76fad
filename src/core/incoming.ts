import type { CurlNote, CurlRequest } from './curl'
import { candidates, type Candidate } from './incoming/candidates'
import { givenRequest, headerOf } from './incoming/given'
import { readTarget, type TargetNote } from './incoming/target'
import type { Connection } from './connection'
import type { GivenBody } from './given-body'
import { isObject } from './json'
import { isMediaFile, type MediaFile } from './media'
import { isOptionHeader, takesOptions } from './request-options'
import type { AnyTask, Draft } from './task'

export type { Candidate, GuessReason } from './incoming/candidates'
export type { TargetNote } from './incoming/target'

/** What a pasted request means in the pages' terms. */
export interface Incoming {
  readonly connection: Connection
  /** Tasks that can take it, the likeliest first; files that are not there still have a place in their inputs. */
  readonly candidates: readonly Candidate[]
  /** As they were named: the person has to add them. */
  readonly files: readonly string[]
  readonly notes: readonly (CurlNote | { readonly code: TargetNote; readonly values: object })[]
  /** Headers that only a page for any request sends. */
  readonly headers: readonly string[]
  readonly absent: ReadonlySet<Blob>
}

/** What a page takes over. */
export interface HandedOver {
  readonly task: string
  readonly connection: Connection
  readonly draft: Draft<unknown>
  /** Names of files to add. */
  readonly files: readonly string[]
}

/** A picture of one page's result for another page, whose other fields stay as they are. */
export interface GivenPicture {
  readonly task: string
  readonly picture: MediaFile
}

/** Guesses the task of a request, fills the inputs of every task that can take it. Pure; never throws. */
export function readIncoming(
  request: CurlRequest,
  tasks: readonly AnyTask[],
  sandboxUrl: string,
): Incoming {
  const { given, body, absent } = givenRequest(request)
  const billTo = headerOf(request, 'x-hf-bill-to') ?? ''
  const target = readTarget(request.url, bodyModel(given), billTo, sandboxUrl)
  const found = request.url === '' ? [] : candidates(given, body, target, tasks)
  return {
    connection: target.connection,
    candidates: found,
    files: filesOf(request),
    notes: [...request.notes, ...target.notes.map((code) => ({ code, values: {} }))],
    headers: given.headers
      .map(([name]) => name)
      .filter((name) => name.toLowerCase() !== 'content-type')
      .filter((name) => !takesOptions(target.connection) || !isOptionHeader(name)),
    absent,
  }
}

/** One of the candidates as its page takes it over. */
export function handOver(incoming: Incoming, candidate: Candidate): HandedOver {
  const { draft, task } = candidate
  return {
    task,
    connection: incoming.connection,
    draft: { ...draft, input: withoutAbsent(draft.input, incoming.absent) },
    files: [...incoming.files, ...candidate.absent],
  }
}

function bodyModel({ value }: GivenBody): string {
  const model = isObject(value) ? value.model : undefined
  return typeof model === 'string' ? model : ''
}

function filesOf({ body }: CurlRequest): readonly string[] {
  switch (body.kind) {
    case 'file':
      return [body.name]
    case 'json':
      return [...new Set(body.files.map(({ name }) => name))]
    case 'form':
      return body.fields.flatMap(({ file }) => (file === undefined ? [] : [file]))
    case 'none':
    case 'text':
      return []
  }
}

/** The input without the files whose bytes are not there: null in their fields, nothing in a list. */
function withoutAbsent(value: unknown, absent: ReadonlySet<Blob>): unknown {
  if (isMediaFile(value)) return absent.has(value.blob) ? null : value
  if (Array.isArray(value))
    return value
      .map((member: unknown) => withoutAbsent(member, absent))
      .filter((member, index) => member !== null || value[index] === null)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, withoutAbsent(part, absent)]),
  )
}
