import type { Spectrogram } from '@/core/sound/spectrogram'
import type { SoundJob, SoundResults } from '@/core/sound/work'
import { SPEECH_RATE } from '@/core/wav'

/** What a waveform draws: the loudest sample of each piece, and the length of the sound in seconds. */
export interface Waveform {
  readonly peaks: Float32Array<ArrayBuffer>
  readonly seconds: number
}

/** Enough for a waveform, and little even of an hour. */
const WAVEFORM_RATE = 8_000
const SPECTROGRAM_RATE = 16_000
/** A longer sound is looked at with half the frequencies, to keep within the memory of a phone. */
const LONG_SECONDS = 1_200

/**
 * Decodes with the browser's own decoder, which works beside the page, to a sample rate.
 * Rejects with an EncodingError where the browser can't.
 */
export async function decodeBlob(blob: Blob, rate: number): Promise<AudioBuffer> {
  return new OfflineAudioContext(1, 1, rate).decodeAudioData(await blob.arrayBuffer())
}

/** The waveform of a sound in `count` pieces, made beside the page. Rejects where the browser can't decode it. */
export async function waveformOf(blob: Blob, count: number): Promise<Waveform> {
  const sound = await decodeBlob(blob, WAVEFORM_RATE)
  const { duration: seconds } = sound
  return { seconds, peaks: await work({ kind: 'peaks', channels: channelsOf(sound), count }) }
}

/** The waveform of samples that are still needed elsewhere. */
export function waveformOfBuffer(sound: AudioBuffer, count: number): Promise<Float32Array> {
  const channels = channelsOf(sound).map((channel) => channel.slice())
  return work({ kind: 'peaks', channels, count })
}

/** The spectrogram of a sound in at most `columns` columns. Rejects where the browser can't decode it. */
export async function spectrogramOfBlob(
  blob: Blob,
  columns: number,
  seconds: number,
): Promise<Spectrogram> {
  const rate = seconds > LONG_SECONDS ? SPECTROGRAM_RATE / 2 : SPECTROGRAM_RATE
  const sound = await decodeBlob(blob, rate)
  return work({ kind: 'spectrogram', channels: channelsOf(sound), rate, columns })
}

/** Any sound that the browser can decode as a 16 kHz mono 16-bit WAV, which every speech server reads. */
export async function toSpeechWav(blob: Blob): Promise<Blob> {
  const sound = await decodeBlob(blob, SPEECH_RATE)
  const wav = await work({ kind: 'wav', channels: channelsOf(sound), rate: SPEECH_RATE })
  return new Blob([wav], { type: 'audio/wav' })
}

/** The samples themselves: once handed to a worker they are gone from the buffer. */
function channelsOf(sound: AudioBuffer): Float32Array<ArrayBuffer>[] {
  return Array.from({ length: sound.numberOfChannels }, (_, index) => sound.getChannelData(index))
}

function work<Job extends SoundJob>(job: Job): Promise<SoundResults[Job['kind']]> {
  const worker = new Worker(new URL('../workers/sound.ts', import.meta.url), { type: 'module' })
  return new Promise<SoundResults[Job['kind']]>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<SoundResults[Job['kind']]>) => resolve(data)
    worker.onerror = () => reject(new Error('The sound could not be worked on'))
    worker.postMessage(
      job,
      job.channels.map(({ buffer }) => buffer),
    )
  }).finally(() => worker.terminate())
}
