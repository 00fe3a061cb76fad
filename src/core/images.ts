import { isObject, isString } from './json'
import { jsonOf, readList } from './parse'
import { UnreadableReply, type Reply } from './reply'
import { sniff } from './sniff'

/** A picture that a service made: its bytes, or where it keeps them. */
export type GeneratedImage =
  { readonly kind: 'blob'; readonly blob: Blob } | { readonly kind: 'url'; readonly url: string }

const expected =
  'image bytes, {data: [{b64_json or url}]}, {images: [base64, {url} or {image}]} or {output: [url]}'

/** The pictures of a reply, in every shape that services give. Throws UnreadableReply for others. */
export function parseImages(reply: Reply): readonly GeneratedImage[] {
  if (reply.kind === 'bytes' && isPicture(reply.mediaType)) {
    return [{ kind: 'blob', blob: reply.blob }]
  }
  const value = jsonOf(reply, expected)
  const images = readList(membersOf(value), readImage)
  if (!images || images.length === 0) throw new UnreadableReply(expected)
  return images
}

function isPicture(mediaType: string): boolean {
  return mediaType.startsWith('image/') || ['', 'application/octet-stream'].includes(mediaType)
}

/** The list of images, wherever a service puts it. */
function membersOf(value: unknown): unknown {
  if (!isObject(value)) return value
  const list = value.data ?? value.images ?? value.output ?? value.image ?? value.url
  return Array.isArray(list) ? list : [list]
}

function readImage(value: unknown): GeneratedImage | undefined {
  if (isString(value)) return imageOf(value)
  if (!isObject(value)) return undefined
  const text = value.b64_json ?? value.image ?? value.url ?? value.b64
  return isString(text) ? imageOf(text) : undefined
}

/** A URL, a data URL, or bare base64 whose bytes are a picture. */
function imageOf(text: string): GeneratedImage | undefined {
  if (/^https?:\/\//.test(text)) return { kind: 'url', url: text }
  const [head = '', declared = ''] = /^data:([\w.+-]+\/[\w.+-]+)?;base64,/.exec(text) ?? []
  const bytes = base64Bytes(text.slice(head.length))
  if (!bytes) return undefined
  const { kind, type } = sniff(bytes)
  if (kind !== 'image' && !declared.startsWith('image/')) return undefined
  return { kind: 'blob', blob: new Blob([bytes], { type: kind === 'image' ? type : declared }) }
}

function base64Bytes(encoded: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0))
  } catch {
    return undefined
  }
}
