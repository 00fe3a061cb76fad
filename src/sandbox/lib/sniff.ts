const ascii = (data: Uint8Array, start: number, length: number) =>
  String.fromCharCode(...data.subarray(start, start + length))

/** Signatures by the bytes that a file starts with, after an offset. */
const signatures: readonly (readonly [offset: number, start: string, mediaType: string])[] = [
  [0, '\x89PNG\r\n\x1a\n', 'image/png'],
  [0, '\xff\xd8\xff', 'image/jpeg'],
  [0, 'GIF8', 'image/gif'],
  [0, 'BM', 'image/bmp'],
  [0, 'II*\0', 'image/tiff'],
  [0, 'MM\0*', 'image/tiff'],
  [4, 'ftypavif', 'image/avif'],
  [4, 'ftypheic', 'image/heic'],
  [4, 'ftypM4A', 'audio/mp4'],
  [4, 'ftyp', 'video/mp4'],
  [0, 'fLaC', 'audio/flac'],
  [0, 'OggS', 'audio/ogg'],
  [0, 'ID3', 'audio/mpeg'],
  [0, '\xff\xfb', 'audio/mpeg'],
  [0, '\xff\xf3', 'audio/mpeg'],
  [0, '\xff\xf2', 'audio/mpeg'],
  [0, '\xff\xf1', 'audio/aac'],
  [0, '\xff\xf9', 'audio/aac'],
  [0, '\x1aE\xdf\xa3', 'audio/webm'],
  [0, '%PDF-', 'application/pdf'],
  [0, 'PK\x03\x04', 'application/zip'],
  [0, '\x1f\x8b', 'application/gzip'],
]

/** The media type that the bytes themselves speak of; undefined when they speak of none that is known here. */
export function sniffMediaType(data: Uint8Array): string | undefined {
  if (ascii(data, 0, 4) === 'RIFF') {
    const form = ascii(data, 8, 4)
    if (form === 'WAVE') return 'audio/wav'
    if (form === 'WEBP') return 'image/webp'
  }
  const known = signatures.find(([offset, start]) => ascii(data, offset, start.length) === start)
  return known?.[2] ?? sniffText(data.subarray(0, 4096))
}

function sniffText(head: Uint8Array): string | undefined {
  if (head.length === 0 || head.includes(0)) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true })
      .decode(head, { stream: true })
      .trimStart()
    if (text.startsWith('<svg')) return 'image/svg+xml'
    if (/^<(!doctype html|html)/i.test(text)) return 'text/html'
    return /^[[{]/.test(text) ? 'application/json' : 'text/plain'
  } catch {
    return undefined
  }
}
