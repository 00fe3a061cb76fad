import { describe, expect, it } from 'vitest'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

const classify = (data: unknown) => callTask(sandbox, { inputs: { data } })

describe('tabular-classification sandbox', () => {
  it.each([
    [
      'fills in a class from the nearest rows',
      {
        size: ['1', '1.2', '9', '9.5', '1.1', '9.2'],
        kind: ['mouse', 'mouse', 'cat', 'cat', '', ''],
      },
      ['mouse', 'mouse', 'cat', 'cat', 'mouse', 'cat'],
    ],
    [
      'answers classes that are numbers with numbers',
      { alcohol: ['9', '9.1', '12', '12.2', '9.2'], quality: ['5', '5', '7', '7', ''] },
      [5, 5, 7, 7, 5],
    ],
    [
      'compares texts that repeat',
      { colour: ['red', 'green', 'red', 'green'], fruit: ['apple', 'lime', '', ''] },
      ['apple', 'lime', 'apple', 'lime'],
    ],
    [
      'tells each row by the others where all have a class',
      { x: [1, 1.1, 1.2, 9, 9.1, 9.2, 1.5], kind: ['a', 'a', 'a', 'b', 'b', 'b', 'b'] },
      ['a', 'a', 'a', 'b', 'b', 'b', 'a'],
    ],
    [
      'parts by thirds where no class is known',
      { a: ['1', '2', '3'], b: ['1', '5', '9'] },
      ['low', 'medium', 'high'],
    ],
    ['calls one row medium', { a: ['7'] }, ['medium']],
    ['calls equal rows medium', { a: [3, 3, 3] }, ['medium', 'medium', 'medium']],
    [
      'takes an empty last column for no classes',
      { a: [1, 2, 3], b: ['', '', ''] },
      ['low', 'medium', 'high'],
    ],
  ])('%s', async (_name, data, classes) => {
    expect(await classify(data)).toEqual(classes)
  })

  it('follows the cells', async () => {
    const table = { a: ['1', '2', '9'] }
    expect(await classify(table)).toEqual(['low', 'medium', 'high'])
    expect(await classify({ a: ['9', '2', '1'] })).toEqual(['high', 'medium', 'low'])
  })

  it.each([
    [undefined],
    [{}],
    [[]],
    [{ a: [] }],
    [{ a: ['x', 'y'] }],
    [{ a: ['1'], b: ['1', '2'] }],
    [{ a: '1' }],
  ])('refuses %j', async (data) => {
    await expect(classify(data)).rejects.toMatchObject({ status: 422 })
  })

  it('does a thousand rows of ten columns in no time', async () => {
    const cells = (column: number) =>
      Array.from({ length: 1000 }, (_, row) => String(Math.sin(row * (column + 1))))
    const data = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`c${at}`, cells(at)]))
    const kind = cells(0).map((cell, row) => (row % 2 ? '' : Number(cell) > 0 ? 'up' : 'down'))
    const start = performance.now()
    expect(await classify({ ...data, kind })).toHaveLength(1000)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
