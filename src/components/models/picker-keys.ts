/** How many lines a page of the list is, for Page Up and Page Down. */
const PAGE = 8

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
}

/** By how many options a key moves; undefined for a key that belongs to the text field. */
export function stepOf({ key, isComposing, altKey, ctrlKey, metaKey }: KeyboardEvent) {
  if (isComposing || altKey || ctrlKey || metaKey || !Object.hasOwn(steps, key)) return undefined
  return steps[key]
}

/** Enter that is no part of writing a Chinese word. */
export function isOwnEnter({ key, isComposing, keyCode }: KeyboardEvent): boolean {
  return key === 'Enter' && !isComposing && keyCode !== 229
}

/** The DOM id of a model's option. */
export function optionId(base: string, model: string): string {
  return `${base}-${model.replace(/[^\w-]/g, (sign) => `_${sign.charCodeAt(0)}_`)}`
}
