/** 1234567 as 1.2M, in the way of the language. */
export function compact(count: number, locale: string): string {
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(
    count,
  )
}

/** A number of weights as model names give it in every language: 66.4M, 8.03B, 117B. */
export function weights(count: number): string {
  const [size, unit] =
    count >= 1e12 ? [count / 1e12, 'T'] : count >= 1e9 ? [count / 1e9, 'B'] : [count / 1e6, 'M']
  return `${Number(size.toPrecision(3))}${unit}`
}
