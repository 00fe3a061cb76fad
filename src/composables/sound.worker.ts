import { peaksOf } from '@/core/sound/peaks'
import { spectrogramOf, type Spectrogram } from '@/core/sound/spectrogram'
import { encodeWav, mixDown } from '@/core/wav'

type Channel = Float32Array<ArrayBuffer>

/** Work on samples that would hold up the page. One job for each worker. */
export type SoundJob =
  | { readonly kind: 'peaks'; readonly channels: readonly Channel[]; readonly count: number }
  | {
      readonly kind: 'spectrogram'
      readonly channels: readonly Channel[]
      readonly rate: number
      readonly columns: number
    }
  | { readonly kind: 'wav'; readonly channels: readonly Channel[]; readonly rate: number }

export interface SoundResults {
  readonly peaks: Float32Array<ArrayBuffer>
  readonly spectrogram: Spectrogram
  readonly wav: Uint8Array<ArrayBuffer>
}

addEventListener('message', ({ data }: MessageEvent<SoundJob>) => {
  postMessage(resultOf(data))
})

function resultOf(job: SoundJob): SoundResults[SoundJob['kind']] {
  const samples = mixDown(job.channels)
  switch (job.kind) {
    case 'peaks':
      return peaksOf(samples, job.count)
    case 'spectrogram':
      return spectrogramOf(samples, job.rate, job.columns)
    case 'wav':
      return encodeWav(samples, job.rate)
  }
}
