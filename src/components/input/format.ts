/** A count with the language's separators. */
export function formatCount(count: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(count)
}

/** A size in bytes as people read it, in decimal units: `510 kB`, `1.2 MB`. */
export function formatBytes(bytes: number, locale: string): string {
  const [unit, divisor] =
    bytes < 1000
      ? (['byte', 1] as const)
      : bytes < 1e6
        ? (['kilobyte', 1e3] as const)
        : (['megabyte', 1e6] as const)
  const value = bytes / divisor
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && divisor > 1 ? 1 : 0,
  }).format(value)
}

/** Millions of pixels, with two digits where that is little. */
export function formatMegapixels(width: number, height: number, locale: string): string {
  const millions = (width * height) / 1e6
  return new Intl.NumberFormat(locale, { maximumFractionDigits: millions < 10 ? 2 : 0 }).format(
    millions,
  )
}

/** Minutes and seconds: `0:07`, `12:40`. */
export function formatClock(seconds: number): string {
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
