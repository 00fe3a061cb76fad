import { describe, expect, it } from 'vitest'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

const regress = async (data: unknown) => (await callTask(sandbox, { inputs: { data } })) as number[]

describe('tabular-regression sandbox', () => {
  it('finds a straight line and goes on along it', async () => {
    const predicted = await regress({
      metres: ['50', '60', '70', '80', '90'],
      price: ['100', '120', '140', '160', ''],
    })
    const exact = [100, 120, 140, 160, 180]
    for (const [row, value] of predicted.entries())
      expect(value / (exact[row] ?? 0)).toBeCloseTo(1, 1)
  })

  it('goes by several columns, and by texts that repeat', async () => {
    const kinds = ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b']
    const sizes = [1, 2, 3, 4, 5, 6, 7, 8]
    const weight = sizes.map((size, at) => 10 * size + (kinds[at] === 'b' ? 100 : 0))
    const predicted = await regress({
      kind: kinds,
      size: sizes,
      weight: [...weight.slice(0, -1), ''],
    })
    expect(predicted.at(-1)).toBeGreaterThan(170)
    expect(predicted.at(-1)).toBeLessThan(190)
  })

  it('keeps to the mean where nothing tells the rows apart', async () => {
    expect(await regress({ weight: ['1', '3', ''] })).toEqual([2, 2, 2])
    expect(await regress({ name: ['x', 'y', 'z'], weight: ['1', '3', ''] })).toEqual([2, 2, 2])
  })

  it('stays finite with columns that say the same, and more columns than rows', async () => {
    const same = ['1', '2', '3', '4']
    const predicted = await regress({ a: same, b: same, c: same, d: same, e: same, f: same })
    for (const [row, value] of predicted.entries()) expect(value).toBeCloseTo(row + 1, 1)
  })

  it.each([[undefined], [{}], [{ a: [] }], [{ a: ['x'] }], [{ a: ['1'], b: [] }]])(
    'refuses %j',
    async (data) => {
      await expect(regress(data)).rejects.toMatchObject({ status: 422 })
    },
  )
})
