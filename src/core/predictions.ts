import { categoriesOf, type Category } from './categories'
import { toCsv } from './delimited'
import { isNumber, isString } from './json'
import { jsonOf, readList } from './parse'
import { UnreadableReply, type Reply } from './reply'
import type { Grid } from './table'

/** What a model says of each row of a table, in the order of the rows: a class or a number. */
export type Prediction = string | number

/** Reads `(number or string)[]`. Throws UnreadableReply, with the documented shape `expected`, for anything else. */
export function readPredictions(reply: Reply, expected: string): readonly Prediction[] {
  const predictions = readList(jsonOf(reply, expected), (value) =>
    isNumber(value) || isString(value) ? value : undefined,
  )
  if (!predictions) throw new UnreadableReply(expected)
  return predictions
}

/** A prediction as it is shown: numbers with at most six digits, as `CSV` has them in full. */
export function predictionWords(prediction: Prediction, locale: string): string {
  if (isString(prediction)) return prediction
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 }).format(prediction)
}

/**
 * The table with its predictions in a last column, as CSV. Where there are more rows than predictions, or the other way
 * round, what is missing stays empty, so that nothing is lost.
 * @param name of the new column; a number is added where the table has a column of that name
 */
export function predictionsCsv(
  { columns, rows }: Grid,
  predictions: readonly Prediction[],
  name: string,
): string {
  const height = Math.max(rows.length, predictions.length)
  const lines = Array.from({ length: height }, (_, row) => [
    ...columns.map((__, column) => rows[row]?.[column] ?? ''),
    predictions[row] ?? '',
  ])
  return toCsv([[...columns, unusedName(columns, name)], ...lines])
}

function unusedName(columns: readonly string[], name: string): string {
  let unused = name
  for (let number = 2; columns.includes(unused); number += 1) unused = `${name} ${number}`
  return unused
}

/** The classes with their counts and colours: numbers by size, others by first appearance. Keyed by the class as text. */
export function classesOf(predictions: readonly Prediction[]): Map<string, Category> {
  const sorted = predictions.every(isNumber)
    ? [...predictions].sort((one, other) => one - other)
    : predictions
  return categoriesOf(sorted.map((prediction) => ({ label: String(prediction) })))
}
