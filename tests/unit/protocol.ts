import { mediaFile, type MediaFile } from '@/core/media'
import type { Reply } from '@/core/reply'
import type { Draft } from '@/core/task'
import type { JsonObject } from '@/core/json'

/** What the protocol's tables are written with. */

export function json(value: unknown): Reply {
  return { kind: 'json', value, text: JSON.stringify(value) }
}

export function draftOf<Input>(
  input: Input,
  parameters: JsonObject = {},
  stream = false,
): Draft<Input> {
  return { model: 'owner/model', input, parameters, stream }
}

export function events(...data: unknown[]): Extract<Reply, { kind: 'events' }> {
  const texts = data.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)))
  return { kind: 'events', chunks: texts.map((text, at) => ({ at, data: text })) }
}

export function file(name: string, type: string): MediaFile {
  return mediaFile(new Blob(['bytes'], { type }), name)
}
