/** How many of the first bytes of a file `sampleRate` wants to see. */
export const SOUND_HEADER_BYTES = 64 * 1024

/**
 * Samples per second as the file's own header says (WAV, FLAC, Ogg Vorbis and Opus, MP3); undefined for other formats
 * and broken headers. A browser's decoder resamples, so it can't be asked.
 */
export function sampleRate(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rate =
    wavRate(bytes, view) ?? flacRate(bytes, view) ?? oggRate(bytes, view) ?? mp3Rate(bytes)
  return rate !== undefined && rate > 0 ? rate : undefined
}

function tag(bytes: Uint8Array, offset: number, length = 4): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length))
}

function wavRate(bytes: Uint8Array, view: DataView): number | undefined {
  if (tag(bytes, 0) !== 'RIFF' || tag(bytes, 8) !== 'WAVE') return undefined
  let offset = 12
  while (offset + 16 <= view.byteLength) {
    if (tag(bytes, offset) === 'fmt ') return view.getUint32(offset + 12, true)
    const size = view.getUint32(offset + 4, true)
    offset += 8 + size + (size % 2)
  }
  return undefined
}

/** STREAMINFO is always the first block: 20 bits, 10 bytes into its content. */
function flacRate(bytes: Uint8Array, view: DataView): number | undefined {
  if (tag(bytes, 0) !== 'fLaC' || view.byteLength < 22) return undefined
  return view.getUint32(18) >>> 12
}

function oggRate(bytes: Uint8Array, view: DataView): number | undefined {
  if (tag(bytes, 0) !== 'OggS' || view.byteLength < 44) return undefined
  const content = 27 + (bytes[26] ?? 0)
  if (tag(bytes, content, 8) === 'OpusHead') return view.getUint32(content + 12, true)
  if (tag(bytes, content + 1, 6) === 'vorbis') return view.getUint32(content + 12, true)
  return undefined
}

/** Rates of MPEG-1 layer III by index; half of it in MPEG-2, a quarter in MPEG-2.5. */
const MPEG_RATES = [44100, 48000, 32000]

function mp3Rate(bytes: Uint8Array): number | undefined {
  const frame = mp3Frame(bytes)
  if (frame === undefined) return undefined
  const version = ((bytes[frame + 1] ?? 0) >> 3) & 3
  const rate = MPEG_RATES[((bytes[frame + 2] ?? 0) >> 2) & 3]
  if (rate === undefined || version === 1) return undefined
  return version === 3 ? rate : version === 2 ? rate / 2 : rate / 4
}

/** Where the first layer III frame begins: at once, or behind an ID3 tag. */
function mp3Frame(bytes: Uint8Array): number | undefined {
  const start = tag(bytes, 0, 3) === 'ID3' ? 10 + syncSafe(bytes, 6) : 0
  const layer3 = ((bytes[start + 1] ?? 0) & 0xe6) === 0xe2
  return bytes[start] === 0xff && layer3 ? start : undefined
}

function syncSafe(bytes: Uint8Array, offset: number): number {
  let value = 0
  for (const byte of bytes.subarray(offset, offset + 4)) value = value * 128 + (byte & 0x7f)
  return value
}
