export const CHIP_HEIGHT = 18

const widths = new Map<string, number>()
let context: CanvasRenderingContext2D | null | undefined

/** About how wide a chip with these words is, in CSS pixels. Measured once per text. */
export function chipWidth(words: string): number {
  const known = widths.get(words)
  if (known !== undefined) return known
  context ??= document.createElement('canvas').getContext('2d')
  if (context) context.font = `600 12px ${getComputedStyle(document.body).fontFamily}`
  const width = Math.ceil(context?.measureText(words).width ?? words.length * 7) + 13
  if (widths.size > 5000) widths.clear()
  widths.set(words, width)
  return width
}
