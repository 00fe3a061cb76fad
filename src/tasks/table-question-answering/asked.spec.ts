import { expect, it } from 'vitest'
import { withAsked, type Asked } from './asked'

const table = { columns: ['a'], rows: [['1']] }
const ask = (id: string, query: string, more: Partial<Asked> = {}): Asked => ({
  id,
  query,
  table,
  answers: [],
  ...more,
})
const ids = (list: readonly Asked[]) => list.map(({ id }) => id)

it('has the newest first', () => {
  expect(ids(withAsked([ask('1', 'How many?')], ask('2', 'Which?')))).toEqual(['2', '1'])
})

it('has a question that is asked again once, unless the table was another', () => {
  const list = [ask('1', 'How many?'), ask('0', 'Which?')]
  expect(ids(withAsked(list, ask('2', 'How many?')))).toEqual(['2', '0'])
  const other = { columns: ['a'], rows: [['2']] }
  expect(ids(withAsked(list, ask('2', 'How many?', { table: other })))).toEqual(['2', '1', '0'])
})

it('has a run once', () => {
  expect(ids(withAsked([ask('1', 'How many?')], ask('1', 'How many now?')))).toEqual(['1'])
})

it('keeps the last fifty', () => {
  const list = Array.from({ length: 60 }, (_, at) => ask(`${at}`, `${at}`))
  const kept = list.reduce<readonly Asked[]>(withAsked, [])
  expect(kept).toHaveLength(50)
  expect(kept[0]?.id).toBe('59')
})
