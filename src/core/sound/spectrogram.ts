import { fft, hann } from './fft'

/** How loud each frequency is over time. */
export interface Spectrogram {
  readonly columns: number
  readonly rows: number
  /** Columns one after the other, each from the lowest frequency up: 0 is `FLOOR_DB` or less, 255 the loudest. */
  readonly levels: Uint8Array<ArrayBuffer>
  /** Hz of the highest row: half the sample rate. */
  readonly highest: number
  /** Hz of the row that holds most of the sound's power; 0 for silence. */
  readonly strongest: number
}

const SIZE = 1024
/** Decibels below the loudest that are still drawn. */
const FLOOR_DB = -80
/** A column of a long sound is the mean of at most this many transforms, spread over its time. */
const PER_COLUMN = 4

/** Power by time and frequency, of at most `columns` columns and 256 rows. */
export function spectrogramOf(samples: Float32Array, rate: number, columns: number): Spectrogram {
  const rows = SIZE / 4
  const count = Math.max(1, Math.min(columns, Math.ceil(samples.length / (SIZE / 4))))
  const powers = new Float32Array(count * rows)
  const totals = new Float64Array(rows)
  const transform = transformer()
  for (let column = 0; column < count; column++) {
    const span = samples.length / count
    const pieces = Math.max(1, Math.min(PER_COLUMN, Math.floor(span / SIZE)))
    for (let piece = 0; piece < pieces; piece++) {
      const centre = span * (column + (piece + 0.5) / pieces)
      const spectrum = transform(samples, Math.round(centre) - SIZE / 2)
      for (let row = 0; row < rows; row++) {
        const power = (spectrum[2 * row] ?? 0) + (spectrum[2 * row + 1] ?? 0)
        powers[column * rows + row] = (powers[column * rows + row] ?? 0) + power / pieces
        totals[row] = (totals[row] ?? 0) + power / pieces
      }
    }
  }
  const highest = rate / 2
  const row = totals.indexOf(totals.reduce((most, total) => Math.max(most, total), 0))
  const strongest = (totals[row] ?? 0) > 0 ? ((row + 0.5) / rows) * highest : 0
  return { columns: count, rows, levels: levelsOf(powers), highest, strongest }
}

/** The power of the lower half of the bins, of a window that begins at `from`; silence lies beyond both ends. */
function transformer() {
  const window = hann(SIZE)
  const [re, im, power] = [new Float64Array(SIZE), new Float64Array(SIZE), new Float64Array(SIZE)]
  return (samples: Float32Array, from: number) => {
    for (let index = 0; index < SIZE; index++) {
      re[index] = (samples[from + index] ?? 0) * (window[index] ?? 0)
    }
    im.fill(0)
    fft(re, im)
    for (let bin = 0; bin < SIZE / 2; bin++) power[bin] = (re[bin] ?? 0) ** 2 + (im[bin] ?? 0) ** 2
    return power
  }
}

function levelsOf(powers: Float32Array): Uint8Array<ArrayBuffer> {
  const loudest = powers.reduce((most, power) => Math.max(most, power), 0)
  const levels = new Uint8Array(powers.length)
  if (loudest === 0) return levels
  for (let index = 0; index < powers.length; index++) {
    const decibels = 10 * Math.log10((powers[index] ?? 0) / loudest + 1e-12)
    levels[index] = Math.round(255 * Math.max(0, 1 - decibels / FLOOR_DB))
  }
  return levels
}
