import type { Spectrogram } from './spectrogram'

type Channels = readonly Float32Array<ArrayBuffer>[]

/** Work on samples that would hold up the page; what src/workers/sound.ts does. */
export type SoundJob =
  | { readonly kind: 'peaks'; readonly channels: Channels; readonly count: number }
  | {
      readonly kind: 'spectrogram'
      readonly channels: Channels
      /** Samples a second. */
      readonly rate: number
      readonly columns: number
    }
  | { readonly kind: 'wav'; readonly channels: Channels; readonly rate: number }

export interface SoundResults {
  readonly peaks: Float32Array<ArrayBuffer>
  readonly spectrogram: Spectrogram
  readonly wav: Uint8Array<ArrayBuffer>
}
