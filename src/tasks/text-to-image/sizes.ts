/** Sizes that most models were trained on. */
export const SIZES = [
  [512, 512],
  [768, 768],
  [1024, 1024],
  [1024, 768],
  [768, 1024],
  [1280, 720],
  [720, 1280],
] as const

/** The choice that stands for a size: `''` where none is sent, `own` where it is none of the list. */
export function sizeChoice(width: unknown, height: unknown): string {
  if (width === undefined && height === undefined) return ''
  return SIZES.some(([across, down]) => across === width && down === height)
    ? `${String(width)}x${String(height)}`
    : 'own'
}

/** The texts of width and height for a choice; undefined for `own`, which changes nothing. */
export function sizeTexts(choice: string): readonly [string, string] | undefined {
  if (choice === '') return ['', '']
  const found = /^(\d+)x(\d+)$/.exec(choice)
  return found ? [found[1] ?? '', found[2] ?? ''] : undefined
}
