import { expect, it } from 'vitest'
import { classesOf, predictionsCsv, predictionWords, readPredictions } from './predictions'
import { ErrorReply, UnreadableReply } from './reply'

const json = (value: unknown) => ({ kind: 'json', value, text: JSON.stringify(value) }) as const
const read = (value: unknown) => readPredictions(json(value), '(number or string)[]')

it.each([[[5, 5, 7]], [['setosa', 'virginica']], [[1, 'two']], [[]]])('reads %j', (value) => {
  expect(read(value)).toEqual(value)
})

it.each([[null], [{}], ['5'], [[[5]]], [[null]], [[true]], [{ predictions: [5] }]])(
  'cannot read %j',
  (value) => {
    expect(() => read(value)).toThrow(UnreadableReply)
  },
)

it('tells an error from a reply', () => {
  expect(() => read({ error: 'no such column' })).toThrow(ErrorReply)
  expect(() => readPredictions({ kind: 'empty' }, 'x')).toThrow(UnreadableReply)
})

it.each([
  [270.5473526976245, '270.547'],
  [5, '5'],
  [1234567.8, '1,234,570'],
  [0.00001234567, '0.0000123457'],
  ['5.0', '5.0'],
])('%s is shown as %s', (prediction, words) => {
  expect(predictionWords(prediction, 'en')).toBe(words)
})

const grid = { columns: ['a', 'b'], rows: [['1', 'x,y'], ['2']] }

it.each([
  ['as many', ['low', 7.25], 'a,b,p\n1,"x,y",low\n2,,7.25\n'],
  ['fewer', [1], 'a,b,p\n1,"x,y",1\n2,,\n'],
  ['more', [1, 2, 3], 'a,b,p\n1,"x,y",1\n2,,2\n,,3\n'],
])('writes %s predictions as rows', (_name, predictions, csv) => {
  expect(predictionsCsv(grid, predictions, 'p')).toBe(csv)
})

it('gives the new column a name that no other has', () => {
  const taken = { columns: ['p', 'p 2'], rows: [] }
  expect(predictionsCsv(taken, [], 'p')).toBe('p,p 2,p 3\n')
})

it.each([
  ['numbers by size', [7, 5, 5, 6], ['5', '6', '7'], [2, 1, 1]],
  ['texts as they come', ['b', 'a', 'b'], ['b', 'a'], [2, 1]],
  ['a mixture as it comes', [7, 'a', 5], ['7', 'a', '5'], [1, 1, 1]],
  ['none', [], [], []],
])('counts classes: %s', (_name, predictions, labels, counts) => {
  const classes = [...classesOf(predictions).values()]
  expect(classes.map(({ label }) => label)).toEqual(labels)
  expect(classes.map(({ count }) => count)).toEqual(counts)
  expect(classes.map(({ category }) => category)).toEqual(labels.map((_, at) => at))
})
