/** Plans by size: twiddle factors are worth keeping, since one sound takes thousands of transforms. */
const plans = new Map<number, { readonly cos: Float64Array; readonly sin: Float64Array }>()

/**
 * The discrete Fourier transform in place, radix 2.
 * @param re real parts; the length is a power of two, else RangeError is thrown
 * @param im imaginary parts, as many
 * @param inverse the inverse transform, scaled so that it takes back the forward one
 */
export function fft(re: Float64Array, im: Float64Array, inverse = false): void {
  const size = re.length
  if (size < 1 || (size & (size - 1)) !== 0) throw new RangeError('The size must be a power of 2')
  reverseBits(re, im)
  const { cos, sin } = planOf(size)
  const sign = inverse ? 1 : -1
  for (let span = 2; span <= size; span *= 2) {
    const half = span / 2
    const step = size / span
    for (let start = 0; start < size; start += span) {
      for (let index = 0; index < half; index++) {
        const [low, high] = [start + index, start + index + half]
        const c = cos[index * step] ?? 0
        const s = sign * (sin[index * step] ?? 0)
        const [highRe, highIm] = [re[high] ?? 0, im[high] ?? 0]
        const turnedRe = highRe * c - highIm * s
        const turnedIm = highRe * s + highIm * c
        const [lowRe, lowIm] = [re[low] ?? 0, im[low] ?? 0]
        re[low] = lowRe + turnedRe
        im[low] = lowIm + turnedIm
        re[high] = lowRe - turnedRe
        im[high] = lowIm - turnedIm
      }
    }
  }
  if (!inverse) return
  for (let index = 0; index < size; index++) {
    re[index] = (re[index] ?? 0) / size
    im[index] = (im[index] ?? 0) / size
  }
}

/** The periodic Hann window: shifted by half of itself and added up it is 1 everywhere. */
export function hann(size: number): Float64Array {
  return Float64Array.from(
    { length: size },
    (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / size),
  )
}

function planOf(size: number) {
  const known = plans.get(size)
  if (known) return known
  const angle = (_: unknown, index: number) => (2 * Math.PI * index) / size
  const angles = Float64Array.from({ length: size / 2 }, angle)
  const plan = { cos: angles.map(Math.cos), sin: angles.map(Math.sin) }
  plans.set(size, plan)
  return plan
}

function reverseBits(re: Float64Array, im: Float64Array): void {
  for (let index = 1, reversed = 0; index < re.length; index++) {
    let bit = re.length >> 1
    for (; reversed & bit; bit >>= 1) reversed ^= bit
    reversed ^= bit
    if (index >= reversed) continue
    const [oneRe, oneIm] = [re[index] ?? 0, im[index] ?? 0]
    re[index] = re[reversed] ?? 0
    im[index] = im[reversed] ?? 0
    re[reversed] = oneRe
    im[reversed] = oneIm
  }
}
