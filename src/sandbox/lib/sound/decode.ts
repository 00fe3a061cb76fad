import { SandboxError } from '@/core/sandbox'
import { sniffMediaType } from '../sniff'

/** One channel, samples -1 to 1. */
export interface Sound {
  readonly samples: Float32Array
  /** Samples a second. */
  readonly rate: number
}

export const SOUND_RATE = 16_000

interface Decoded {
  readonly channelData: readonly Float32Array[]
  readonly sampleRate: number
}

type Decode = (data: Uint8Array) => Promise<Decoded> | Decoded

/** A decoder weighs up to 170 kB: each is loaded with the first sound of its kind. */
const decoders: Readonly<Record<string, () => Promise<{ readonly default: Decode }>>> = {
  'audio/wav': () => import('@audio/decode-wav'),
  'audio/flac': () => import('@audio/decode-flac'),
  'audio/mpeg': () => import('@audio/decode-mp3'),
}

/** Ogg is a container for either of two codecs; the first page names the one that it holds. */
function oggDecoder(data: Uint8Array) {
  const head = String.fromCharCode(...data.subarray(0, 64))
  return head.includes('OpusHead') ? import('@audio/decode-opus') : import('@audio/decode-vorbis')
}

/** Decodes WAV, FLAC, MP3 and Ogg to one channel at 16 kHz. Throws SandboxError 415 or 422. */
export async function decodeSound(data: Uint8Array): Promise<Sound> {
  const type = sniffMediaType(data)
  const load = type === 'audio/ogg' ? () => oggDecoder(data) : type && decoders[type]
  if (!load) {
    throw new SandboxError(
      `The sandbox reads WAV, FLAC, MP3 and Ogg; this is ${type ?? 'none of them'}`,
      415,
    )
  }
  const { channelData, sampleRate } = await decoded(await load(), data)
  const length = channelData[0]?.length ?? 0
  if (length === 0 || sampleRate <= 0) throw new SandboxError('The sound holds no samples')
  return { samples: resample(mixDown(channelData), sampleRate, SOUND_RATE), rate: SOUND_RATE }
}

async function decoded({ default: decode }: { readonly default: Decode }, data: Uint8Array) {
  try {
    return await decode(new Uint8Array(data))
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'damaged'
    throw new SandboxError(`The sound cannot be decoded: ${reason}`, 422)
  }
}

function mixDown(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array()] = channels
  if (channels.length === 1) return first
  return first.map((_, index) => {
    let sum = 0
    for (const channel of channels) sum += channel[index] ?? 0
    return sum / channels.length
  })
}

/** Each new sample is the mean of the old ones in its span, or between two old ones when there are fewer. */
function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples
  const step = from / to
  const resampled = new Float32Array(Math.floor(samples.length / step))
  for (let index = 0; index < resampled.length; index++) {
    const place = index * step
    if (step <= 1) {
      const low = Math.floor(place)
      const [one, other] = [samples[low] ?? 0, samples[low + 1] ?? samples[low] ?? 0]
      resampled[index] = one + (other - one) * (place - low)
      continue
    }
    let [sum, count] = [0, 0]
    for (let old = Math.floor(place); old < Math.min(samples.length, place + step); old++) {
      sum += samples[old] ?? 0
      count++
    }
    resampled[index] = sum / Math.max(1, count)
  }
  return resampled
}
