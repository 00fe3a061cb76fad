/**
 * The loudest sample of each of `count` equal pieces, with its sign: what a waveform draws. A short sound gives one
 * peak for each sample.
 */
export function peaksOf(samples: Float32Array, count: number): Float32Array<ArrayBuffer> {
  const pieces = Math.max(1, Math.min(count, samples.length))
  const peaks = new Float32Array(pieces)
  for (let piece = 0; piece < pieces; piece++) {
    const end = Math.floor(((piece + 1) * samples.length) / pieces)
    let loudest = 0
    for (let index = Math.floor((piece * samples.length) / pieces); index < end; index++) {
      const sample = samples[index] ?? 0
      if (Math.abs(sample) > Math.abs(loudest)) loudest = sample
    }
    peaks[piece] = loudest
  }
  return peaks
}
