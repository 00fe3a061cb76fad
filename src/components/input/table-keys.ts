/** A place in the grid: row -1 holds the names of the columns. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** Where a key leads from a place; undefined for a key that does not move. */
export function moved(
  place: Place,
  key: string,
  ctrl: boolean,
  size: { readonly rows: number; readonly columns: number },
): Place | undefined {
  const { row, column } = place
  const page = 10
  switch (key) {
    case 'ArrowUp':
      return within(ctrl ? 0 : row - 1, column, size)
    case 'ArrowDown':
      return within(ctrl ? size.rows - 1 : row + 1, column, size)
    case 'ArrowLeft':
      return within(row, ctrl ? 0 : column - 1, size)
    case 'ArrowRight':
      return within(row, ctrl ? size.columns - 1 : column + 1, size)
    case 'PageUp':
      return within(Math.max(0, row - page), column, size)
    case 'PageDown':
      return within(row + page, column, size)
    case 'Home':
      return within(ctrl ? -1 : row, 0, size)
    case 'End':
      return within(ctrl ? size.rows - 1 : row, size.columns - 1, size)
    default:
      return undefined
  }
}

/** The place after or before in reading order, as Tab goes. */
export function stepped(
  place: Place,
  by: 1 | -1,
  size: { readonly rows: number; readonly columns: number },
): Place {
  const column = place.column + by
  if (column >= size.columns && place.row < size.rows - 1) return { row: place.row + 1, column: 0 }
  if (column < 0 && place.row > -1) return { row: place.row - 1, column: size.columns - 1 }
  return within(place.row, column, size)
}

/** The nearest place that exists. */
export function within(
  row: number,
  column: number,
  size: { readonly rows: number; readonly columns: number },
): Place {
  return {
    row: Math.max(-1, Math.min(size.rows - 1, row)),
    column: Math.max(0, Math.min(size.columns - 1, column)),
  }
}
