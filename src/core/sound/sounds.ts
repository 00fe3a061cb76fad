import { isListOf, isNumber, isObject, isString } from '../json'
import { jsonOf } from '../parse'
import { UnreadableReply, type Reply } from '../reply'
import { sniff } from '../sniff'
import { encodeWav } from '../wav'

/** A sound that a service made: its bytes, or where it keeps them. */
export type GeneratedSound =
  { readonly kind: 'blob'; readonly blob: Blob } | { readonly kind: 'url'; readonly url: string }

export interface SoundReply {
  readonly sound: GeneratedSound
  /** Samples a second as the service said; null where it did not. */
  readonly rate: number | null
}

const expected = 'audio bytes or {audio: base64 or url, sampling_rate?}'

/** The sound of a reply, in every shape that services give. Throws UnreadableReply for others. */
export function parseSound(reply: Reply): SoundReply {
  if (reply.kind === 'bytes' && mayBeSound(reply.mediaType)) {
    return { sound: { kind: 'blob', blob: reply.blob }, rate: null }
  }
  const value = jsonOf(reply, expected)
  const found = readSound(Array.isArray(value) && value.length === 1 ? value[0] : value)
  if (!found) throw new UnreadableReply(expected)
  return found
}

/** A sound in a text: a URL, a data URL, or bare base64 whose bytes are a sound. */
export function soundOf(text: string, declaredType = ''): GeneratedSound | undefined {
  if (/^https?:\/\//.test(text)) return { kind: 'url', url: text }
  const [head = '', named] = /^data:([^;,]+)?(?:;[^,]*)?;base64,/.exec(text) ?? []
  const bytes = base64Bytes(text.slice(head.length))
  if (!bytes) return undefined
  const { kind, type } = sniff(bytes)
  const declared = named ?? declaredType
  // Other bytes with a sound's name, such as bare samples: the browser says whether it can play them.
  if (kind !== 'sound' && !/^audio\//.test(declared)) return undefined
  return { kind: 'blob', blob: new Blob([bytes], { type: kind === 'sound' ? type : declared }) }
}

function mayBeSound(mediaType: string): boolean {
  return (
    mediaType.startsWith('audio/') ||
    ['', 'application/octet-stream', 'application/ogg', 'video/webm', 'video/mp4'].includes(
      mediaType,
    )
  )
}

function readSound(value: unknown): SoundReply | undefined {
  if (!isObject(value)) return undefined
  const rate = isNumber(value.sampling_rate) && value.sampling_rate > 0 ? value.sampling_rate : null
  const held = value.audio ?? value.output ?? value.url
  const wave = rate === null ? undefined : samplesOf(held)
  if (wave && rate !== null) {
    const wav = encodeWav(wave, Math.round(rate))
    return { sound: { kind: 'blob', blob: new Blob([wav], { type: 'audio/wav' }) }, rate }
  }
  const sound = textOf(held)
  return sound && { sound, rate }
}

/** A text, a list of one, or an object that names the file. */
function textOf(held: unknown): GeneratedSound | undefined {
  const one: unknown = Array.isArray(held) ? held[0] : held
  if (isString(one)) return soundOf(one)
  if (!isObject(one)) return undefined
  const type = one.content_type ?? one['content-type']
  const text = one.url ?? one.blob ?? one.data
  return isString(text) ? soundOf(text, isString(type) ? type : '') : undefined
}

/** Bare samples, as the transformers pipeline gives them: a list, or a list of one channel. */
function samplesOf(held: unknown): Float32Array | undefined {
  const channel: unknown = Array.isArray(held) && Array.isArray(held[0]) ? held[0] : held
  return isListOf(channel, isNumber) && channel.length > 0 ? Float32Array.from(channel) : undefined
}

function base64Bytes(encoded: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(encoded)
    const bytes = new Uint8Array(binary.length)
    for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index)
    return bytes
  } catch {
    return undefined
  }
}
