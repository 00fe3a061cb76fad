import { fromBase64 } from '../base64'
import { formBody } from '../form'
import type { CurlBody, CurlRequest } from '../curl/types'
import type { Given, GivenBody } from '../given-body'
import { withoutMedia } from '../given-body'
import { isObject, type Json, type JsonObject } from '../json'
import { mediaFile, type MediaFile } from '../media'
import type { RequestBody } from '../request'
import { fillSlots } from '../slots'
import { sniff, SNIFF_BYTES } from '../sniff'

/** A command's body with files in it: those whose bytes are not there are empty, and `absent` knows them. */
export interface GivenRequest {
  readonly given: GivenBody
  /** The body as a task would prepare it, for a comparison. */
  readonly body: RequestBody
  readonly absent: ReadonlySet<Blob>
}

/** Headers that a browser or curl adds by itself, and those that the page makes. */
const ADDED =
  /^(?:sec-.*|proxy-.*|accept-language|accept-encoding|origin|referer|user-agent|host|content-length|connection|dnt|priority|cache-control|pragma|te|upgrade-insecure-requests|x-hf-bill-to)$/i

export function givenRequest(request: CurlRequest): GivenRequest {
  const type = headerOf(request, 'content-type') ?? ''
  const absent = new Set<Blob>()
  const body = bodyOf(request.body, type, absent)
  const headers = request.headers.filter(
    ([name, value]) => !ADDED.test(name) && !(/^accept$/i.test(name) && value === '*/*'),
  )
  const common = { method: request.method, headers, type, parameters: {}, rest: {} }
  const text = 'text' in request.body && !holdsSlots(request.body) ? request.body.text : ''
  if (body.kind === 'bytes') return { given: { ...common, text, file: body.file }, body, absent }
  if (body.kind === 'form') return { given: { ...common, text, form: body.parts }, body, absent }
  if (body.kind === 'none') return { given: { ...common, text }, body, absent }
  const value = fillSlots(body.value, body.files, ({ file }) => file)
  return { given: { ...common, text, ...jsonParts(value) }, body, absent }
}

export function headerOf({ headers }: CurlRequest, name: string): string | undefined {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1]
}

const holdsSlots = (body: CurlBody) => body.kind === 'json' && body.files.length > 0

function jsonParts(value: Given): Pick<GivenBody, 'value' | 'inputs' | 'parameters' | 'rest'> {
  if (!isObject(value)) return { value, parameters: {}, rest: {} }
  const { inputs, parameters, stream: _stream, ...rest } = value as Readonly<Record<string, Given>>
  const plain = withoutMedia(parameters)
  const isParameters = isObject(plain)
  return {
    value,
    ...(inputs === undefined ? {} : { inputs }),
    parameters: isParameters ? (plain as JsonObject) : {},
    rest: parameters === undefined || isParameters ? rest : { ...rest, parameters },
  }
}

function bodyOf(body: CurlBody, type: string, absent: Set<Blob>): RequestBody {
  switch (body.kind) {
    case 'none':
      return body
    case 'text': {
      const file = mediaFile(new Blob([body.text]), 'body.txt', type || 'text/plain')
      return { kind: 'bytes', file }
    }
    case 'file':
      return { kind: 'bytes', file: absentFile(body.name, type, absent) }
    case 'form':
      return formBody(
        body.fields.map(({ name, value = '', file, type: named = '' }) =>
          file === undefined ? { name, value } : { name, file: absentFile(file, named, absent) },
        ),
      )
    case 'json': {
      const named = body.files.map(({ pointer, name, prefix }) => {
        const declared = /^data:([^;,]+)/.exec(prefix)?.[1] ?? ''
        return { pointer, prefix, file: absentFile(name, declared, absent) }
      })
      const files = [...named]
      const value = withInline(body.value, '', files)
      return { kind: 'json', value, files }
    }
  }
}

interface Slot {
  readonly pointer: string
  readonly prefix: string
  readonly file: MediaFile
}

/** The value with "" for each picture or sound that stands in it as base64. */
function withInline(value: Json, pointer: string, slots: Slot[]): Json {
  if (typeof value === 'string') {
    const slot = inlineFile(value, pointer)
    if (slot) slots.push(slot)
    return slot ? '' : value
  }
  if (typeof value !== 'object' || value === null) return value
  const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')
  const members = Object.entries(value).map(
    ([key, member]: [string, Json]) =>
      [key, withInline(member, `${pointer}/${escaped(key)}`, slots)] as const,
  )
  return Array.isArray(value) ? members.map(([, member]) => member) : Object.fromEntries(members)
}

/** Texts shorter than this are texts. */
const INLINE_LENGTH = 64

function inlineFile(text: string, pointer: string): Slot | undefined {
  if (text.length < INLINE_LENGTH || /\s/.test(text.slice(0, INLINE_LENGTH))) return undefined
  const prefix = /^data:[^,]{1,100};base64,/.exec(text)?.[0] ?? ''
  const read = fromBase64(text)
  if (!read) return undefined
  const { type, kind } = sniff(read.data.subarray(0, SNIFF_BYTES), read.mediaType)
  if (prefix === '' && kind !== 'image' && kind !== 'sound') return undefined
  const name = `pasted.${(read.mediaType ?? type).split(/[/+;]/)[1] ?? 'bin'}`
  const file = mediaFile(new Blob([new Uint8Array(read.data)]), name, read.mediaType ?? type)
  return { pointer, prefix, file }
}

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  flac: 'audio/flac',
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  m4a: 'audio/mp4',
  webm: 'audio/webm',
}

/** Stands for a file on the person's disk. */
function absentFile(path: string, type: string, absent: Set<Blob>): MediaFile {
  const name = path.split(/[/\\]/).at(-1) || 'file'
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const blob = new Blob([])
  absent.add(blob)
  return mediaFile(blob, name, type || (TYPES[ending] ?? ''))
}
