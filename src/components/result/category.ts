/** Hues of the theme; beyond them a pattern tells labels apart. */
export const HUES = 8

/** Gaps in a swatch, by pattern: the first eight labels are plain, the next eight striped, and so on. */
const lines = (degrees: number) =>
  `repeating-linear-gradient(${degrees}deg, transparent 0 2px, var(--ts-surface) 2px 3.5px)`
const SWATCHES = [[], [lines(135)], [lines(45)], [lines(135), lines(45)]]

/**
 * CSS variables of a category's colours: `--cat` for lines and words, `--cat-soft` for backgrounds, `--cat-swatch` for
 * what stands for it in a legend.
 */
export function categoryStyle(category: number): Record<string, string> {
  const hue = category % HUES
  const gaps = SWATCHES[Math.floor(category / HUES) % SWATCHES.length] ?? []
  return {
    '--cat': `var(--ts-cat-${hue})`,
    '--cat-soft': `var(--ts-cat-${hue}-soft)`,
    '--cat-swatch': [...gaps, `var(--ts-cat-${hue})`].join(', '),
  }
}

/** The name of the theme's variable for a category, to be read where CSS can't reach, as on a canvas. */
export function categoryVariable(category: number): string {
  return `--ts-cat-${category % HUES}`
}

/** The value of a theme variable at an element. */
export function themeValue(element: Element, variable: string): string {
  return getComputedStyle(element).getPropertyValue(variable).trim()
}
