/** The rate at which speech models read sound; what a recording is sent as. */
export const SPEECH_RATE = 16_000

/**
 * One channel as a WAV file: 16-bit PCM, little-endian, 44 bytes of header.
 * @param samples -1 to 1; what lies beyond is clipped
 * @param rate samples per second, a positive integer
 */
export function encodeWav(samples: Float32Array, rate: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(44 + samples.length * 2)
  const view = new DataView(bytes.buffer)
  const text = (at: number, value: string) => {
    for (let index = 0; index < value.length; index += 1)
      view.setUint8(at + index, value.charCodeAt(index))
  }
  text(0, 'RIFF')
  view.setUint32(4, 36 + samples.length * 2, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, samples.length * 2, true)
  for (let index = 0; index < samples.length; index += 1) {
    const sample = Math.max(-1, Math.min(1, samples[index] ?? 0))
    view.setInt16(44 + index * 2, Math.round(sample < 0 ? sample * 0x8000 : sample * 0x7fff), true)
  }
  return bytes
}

/** The mean of all channels, so that a voice recorded on one side is kept. */
export function mixDown(channels: readonly Float32Array[]): Float32Array {
  const [first] = channels
  if (!first) return new Float32Array(0)
  if (channels.length === 1) return first
  const mixed = new Float32Array(first.length)
  for (const channel of channels) {
    for (let index = 0; index < mixed.length; index += 1) {
      mixed[index] = (mixed[index] ?? 0) + (channel[index] ?? 0) / channels.length
    }
  }
  return mixed
}

/**
 * True for a WAV file of 16 kHz, mono, 16-bit PCM, which is what speech servers read.
 * @param head the first bytes of the file; 64 are enough for a plain one
 */
export function isSpeechWav(head: Uint8Array): boolean {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const tag = (at: number) => String.fromCharCode(...head.subarray(at, at + 4))
  if (tag(0) !== 'RIFF' || tag(8) !== 'WAVE') return false
  let at = 12
  while (at + 24 <= view.byteLength) {
    const size = view.getUint32(at + 4, true)
    if (tag(at) === 'fmt ') {
      const [format, channels] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
      const [rate, bits] = [view.getUint32(at + 12, true), view.getUint16(at + 22, true)]
      return format === 1 && channels === 1 && rate === SPEECH_RATE && bits === 16
    }
    at += 8 + size + (size % 2)
  }
  return false
}
