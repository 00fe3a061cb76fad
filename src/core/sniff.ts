/** What a file's bytes say that it is, whatever its name says. */
export interface Sniffed {
  /** Media type, for example `image/png`; `application/octet-stream` when nothing is known. */
  readonly type: string
  readonly kind: MediaKind
}

export type MediaKind =
  'image' | 'sound' | 'video' | 'document' | 'archive' | 'text' | 'empty' | 'unknown'

/** As many bytes from the start as `sniff` looks at. */
export const SNIFF_BYTES = 4096

interface Signature extends Sniffed {
  readonly bytes: string
  readonly at?: number
}

/** Latin-1 text of the first bytes. The first that fits wins. */
const SIGNATURES: readonly Signature[] = [
  { bytes: '\x89PNG\r\n\x1a\n', type: 'image/png', kind: 'image' },
  { bytes: '\xff\xd8\xff', type: 'image/jpeg', kind: 'image' },
  { bytes: 'GIF87a', type: 'image/gif', kind: 'image' },
  { bytes: 'GIF89a', type: 'image/gif', kind: 'image' },
  { bytes: 'WEBP', at: 8, type: 'image/webp', kind: 'image' },
  { bytes: 'II*\0', type: 'image/tiff', kind: 'image' },
  { bytes: 'MM\0*', type: 'image/tiff', kind: 'image' },
  { bytes: 'WAVE', at: 8, type: 'audio/wav', kind: 'sound' },
  { bytes: 'AIFF', at: 8, type: 'audio/aiff', kind: 'sound' },
  { bytes: 'AIFC', at: 8, type: 'audio/aiff', kind: 'sound' },
  { bytes: 'AVI ', at: 8, type: 'video/x-msvideo', kind: 'video' },
  { bytes: 'fLaC', type: 'audio/flac', kind: 'sound' },
  { bytes: 'ID3', type: 'audio/mpeg', kind: 'sound' },
  { bytes: '#!AMR', type: 'audio/AMR', kind: 'sound' },
  { bytes: 'caff', type: 'audio/x-caf', kind: 'sound' },
  { bytes: '%PDF-', type: 'application/pdf', kind: 'document' },
  { bytes: 'PK\x03\x04', type: 'application/zip', kind: 'archive' },
  { bytes: 'PK\x05\x06', type: 'application/zip', kind: 'archive' },
  { bytes: '\x1f\x8b', type: 'application/gzip', kind: 'archive' },
  { bytes: '7z\xbc\xaf\x27\x1c', type: 'application/x-7z-compressed', kind: 'archive' },
]

/** Hugging Face's servers read `audio/m4a` and refuse `audio/mp4`, the registered name of the same thing. */
const M4A: Sniffed = { type: 'audio/m4a', kind: 'sound' }

const UNKNOWN: Sniffed = { type: 'application/octet-stream', kind: 'unknown' }

/**
 * Says what the first bytes of a file are.
 * @param head the first `SNIFF_BYTES` bytes, or all of a shorter file
 * @param hint the media type that the file came with; decides only between sound and video in a container for both
 */
export function sniff(head: Uint8Array, hint = ''): Sniffed {
  if (head.length === 0) return { type: 'application/x-empty', kind: 'empty' }
  const bytes = head.subarray(0, SNIFF_BYTES)
  const text = latin1(bytes)
  const known = SIGNATURES.find(({ bytes: mark, at = 0 }) => text.startsWith(mark, at))
  if (known) return { type: known.type, kind: known.kind }
  return bitmap(bytes) ?? container(text, hint) ?? frames(bytes) ?? textual(bytes, text) ?? UNKNOWN
}

/** `sniff` for a Blob: reads its start only. */
export async function sniffBlob(blob: Blob): Promise<Sniffed> {
  const head = await blob.slice(0, SNIFF_BYTES).arrayBuffer()
  return sniff(new Uint8Array(head), blob.type)
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** BM alone starts many a text, so the header's size has to be one of the known ones. */
function bitmap(bytes: Uint8Array): Sniffed | undefined {
  const headerSizes = [12, 16, 40, 52, 56, 64, 108, 124]
  const fits = bytes[0] === 0x42 && bytes[1] === 0x4d && bytes[15] === 0 && bytes[16] === 0
  return fits && headerSizes.includes(bytes[14] ?? 0)
    ? { type: 'image/bmp', kind: 'image' }
    : undefined
}

function container(text: string, hint: string): Sniffed | undefined {
  if (text.startsWith('OggS')) return soundOrVideo('ogg', /theora/.test(text))
  if (text.startsWith('\x1a\x45\xdf\xa3')) {
    const subtype = text.includes('webm') ? 'webm' : 'x-matroska'
    return soundOrVideo(subtype, !hint.startsWith('audio/') && !onlySoundTracks(text))
  }
  return text.startsWith('ftyp', 4) ? isoFile(text, hint) : undefined
}

function onlySoundTracks(matroska: string): boolean {
  return /A_(OPUS|VORBIS|AAC|FLAC|MPEG|PCM)/.test(matroska) && !/V_[A-Z]/.test(matroska)
}

/** ISO base media: the brands in the `ftyp` box tell pictures, sounds and films apart. */
function isoFile(text: string, hint: string): Sniffed {
  const size = (text.charCodeAt(2) << 8) | text.charCodeAt(3)
  const brands = (text.slice(8, Math.max(size, 12)).match(/[^]{4}/g) ?? []).filter(
    (_, index) => index !== 1,
  )
  const main = brands[0] ?? ''
  if (brands.some((brand) => /^avi[fs]$/.test(brand))) return { type: 'image/avif', kind: 'image' }
  if (/^(hei[cmsx]|hev[cx]|mif1|msf1)$/.test(main)) return { type: 'image/heic', kind: 'image' }
  if (/^(M4A|M4B|F4A) $/.test(main)) return M4A
  if (main === 'qt  ') return { type: 'video/quicktime', kind: 'video' }
  const sound =
    hint.startsWith('audio/') || (/hdlr[^]{8}soun/.test(text) && !/hdlr[^]{8}vide/.test(text))
  return sound ? M4A : { type: 'video/mp4', kind: 'video' }
}

function soundOrVideo(subtype: string, video: boolean): Sniffed {
  return video
    ? { type: `video/${subtype}`, kind: 'video' }
    : { type: `audio/${subtype}`, kind: 'sound' }
}

/** MPEG and AAC without a tag start with a frame: eleven set bits, then version and layer. */
function frames(bytes: Uint8Array): Sniffed | undefined {
  const [first = 0, second = 0, third = 0] = bytes
  if (first !== 0xff || bytes.length < 7) return undefined
  if ((second & 0xf6) === 0xf0) return { type: 'audio/aac', kind: 'sound' }
  const layer = (second >> 1) & 3
  const version = (second >> 3) & 3
  const isFrame = (second & 0xe0) === 0xe0 && layer !== 0 && version !== 1
  const isRate = third >> 4 !== 15 && ((third >> 2) & 3) !== 3
  return isFrame && isRate ? { type: 'audio/mpeg', kind: 'sound' } : undefined
}

function textual(bytes: Uint8Array, raw: string): Sniffed | undefined {
  const text = decodeText(bytes, raw)
  if (text === undefined) return undefined
  const start = text.replace(/^\ufeff?\s*/, '').slice(0, 1000)
  if (/^(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i.test(start)) {
    return { type: 'image/svg+xml', kind: 'image' }
  }
  if (/^<(!doctype html|html|head|body)[\s>]/i.test(start))
    return { type: 'text/html', kind: 'text' }
  if (/^(\{\s*["}]|\[\s*["{[\]\d-])/.test(start)) return { type: 'application/json', kind: 'text' }
  return { type: 'text/plain', kind: 'text' }
}

/** UTF-8 without control characters, or UTF-16 with its mark. A character cut off at the end is no fault. */
function decodeText(bytes: Uint8Array, raw: string): string | undefined {
  if (raw.startsWith('\xff\xfe')) return new TextDecoder('utf-16le').decode(bytes)
  if (raw.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(bytes)
  const binary = bytes.some((byte) => byte < 32 && ![9, 10, 12, 13, 27].includes(byte))
  if (binary) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}
