import { expect, it } from 'vitest'
import { aggregate, aggregatorOf, type Aggregator } from './aggregate'

it.each<[Aggregator, string[], number | null, number]>([
  ['SUM', ['36542', '4512', '3934'], 44_988, 0],
  ['SUM', ['1,200', '$ 3'], 1203, 0],
  ['SUM', ['0.1', '0.2'], 0.3, 0],
  ['SUM', ['5', 'none', ''], 5, 2],
  ['SUM', ['Python'], null, 1],
  ['SUM', [], null, 0],
  ['AVERAGE', ['651', '77', '34'], 254, 0],
  ['AVERAGE', ['1', 'x', '4'], 2.5, 1],
  ['AVERAGE', ['36542'], 36_542, 0],
  ['AVERAGE', [], null, 0],
  ['COUNT', ['Transformers', 'Datasets'], 2, 0],
  ['COUNT', [], 0, 0],
])('%s of %j is %s', (aggregator, cells, value, skipped) => {
  expect(aggregate(aggregator, cells)).toEqual({ value, skipped })
})

it('computes nothing for cells that are taken as they are', () => {
  expect(aggregate('NONE', ['1', '2'])).toBeUndefined()
})

it.each([
  ['SUM', 'SUM'],
  ['average', 'AVERAGE'],
  ['None', 'NONE'],
  ['MEDIAN', undefined],
  ['', undefined],
])('%s is read as %s', (name, aggregator) => {
  expect(aggregatorOf(name)).toBe(aggregator)
})
