/** A label with its colour's number and how often it occurs. */
export interface Category {
  readonly label: string
  /** By order of first appearance, from 0: stable while a result is filtered. */
  readonly category: number
  readonly count: number
}

/** The labels of a result, by first appearance. */
export function categoriesOf(items: readonly { readonly label: string }[]): Map<string, Category> {
  const categories = new Map<string, Category>()
  for (const { label } of items) {
    const known = categories.get(label)
    categories.set(label, {
      label,
      category: known?.category ?? categories.size,
      count: (known?.count ?? 0) + 1,
    })
  }
  return categories
}
