const HUES = 8

/** CSS variables of a category's colours: `--cat` for lines and words, `--cat-soft` for backgrounds. */
export function categoryStyle(category: number): Record<string, string> {
  const hue = category % HUES
  return { '--cat': `var(--ts-cat-${hue})`, '--cat-soft': `var(--ts-cat-${hue}-soft)` }
}

/** The name of the theme's variable for a category, to be read where CSS can't reach, as on a canvas. */
export function categoryVariable(category: number): string {
  return `--ts-cat-${category % HUES}`
}

/** The value of a theme variable at an element. */
export function themeValue(element: Element, variable: string): string {
  return getComputedStyle(element).getPropertyValue(variable).trim()
}
