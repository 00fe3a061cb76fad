import { isListOf, isNumber, isObject, isString } from '@/core/json'
import { jsonOf, readOneOrMore } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { CellCoordinate } from '@/core/results'
import { sentColumns, type Grid } from '@/core/table'

export interface TableAnswer {
  readonly answer: string
  /** Rows and columns of the table as it stood on the page. */
  readonly coordinates: readonly CellCoordinate[]
  readonly cells: readonly string[]
  /** Such as `SUM` or `AVERAGE`; null where the model names none. */
  readonly aggregator: string | null
}

const expected = '{answer, coordinates, cells, aggregator?} or a list of them'

export function parseAnswers(reply: Reply, table: Grid): readonly TableAnswer[] {
  const answers = readOneOrMore(jsonOf(reply, expected), readAnswer)
  if (!answers) throw new UnreadableReply(expected)
  const columns = sentColumns(table)
  return answers.map((each) => ({
    ...each,
    coordinates: each.coordinates.map(([row, column]) => [row, columns[column] ?? column]),
  }))
}

/** Models that generate their answer point at no cells. */
function readAnswer(value: unknown): TableAnswer | undefined {
  if (!isObject(value) || !isString(value.answer)) return undefined
  const { answer, coordinates = [], cells = [], aggregator } = value
  if (!isListOf(coordinates, isCoordinate) || !isListOf(cells, isCell)) return undefined
  return {
    answer,
    coordinates,
    cells: cells.map(String),
    aggregator: isString(aggregator) ? aggregator : null,
  }
}

function isCoordinate(value: unknown): value is CellCoordinate {
  return isListOf(value, isNumber) && value.length === 2
}

function isCell(value: unknown): value is string | number {
  return isString(value) || isNumber(value)
}
