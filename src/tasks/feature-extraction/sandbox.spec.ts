import { describe, expect, it } from 'vitest'
import { cosine, norm } from '@/core/vectors'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

const ask = (inputs: unknown, parameters = {}, model = 'sandbox/feature-extraction') =>
  callTask(sandbox, { inputs, body: { inputs, ...parameters }, model })
const tokens = (inputs: unknown) => ask(inputs, {}, 'sandbox/feature-extraction:tokens')

describe('feature-extraction sandbox', () => {
  it('answers a text with a vector, a list with a list', async () => {
    const one = (await ask('a happy person')) as number[]
    const [first, second = []] = (await ask(['a happy person', 'a sunny day'])) as number[][]
    expect(one).toEqual(first)
    expect(cosine(one, second)).toBeLessThan(0.5)
  })

  it('answers with tokens on the kind for it, each text in a list of one', async () => {
    const [matrix] = (await tokens('a happy person')) as number[][][]
    expect(matrix).toHaveLength(3)
    const list = (await tokens(['hello', 'a happy person'])) as number[][][][]
    expect(list.map(([rows]) => rows?.length)).toEqual([1, 3])
    expect(list[1]?.[0]).toEqual(matrix)
  })

  it('honours normalize, prompt_name and truncate at the root of the body', async () => {
    expect(norm((await ask('happy')) as number[])).toBeCloseTo(1, 5)
    expect(norm((await ask('happy', { normalize: false })) as number[])).toBeGreaterThan(1.2)
    expect(await ask('cats', { prompt_name: 'query' })).toEqual(await ask('query: cats'))
    const long = 'apple '.repeat(600) + 'river '.repeat(600)
    const [right, left] = await Promise.all([
      ask(long, { truncate: true }),
      ask(long, { truncate: true, truncation_direction: 'left' }),
    ])
    expect(cosine(right as number[], left as number[])).toBeLessThan(0.3)
  })

  it.each([
    ['', {}],
    [undefined, {}],
    [[], {}],
    [[1], {}],
    [new Array<string>(513).fill('x'), {}],
    ['x', { normalize: 'yes' }],
    ['x', { prompt_name: 'nobody' }],
    ['x', { truncation_direction: 'up' }],
  ])('refuses %j with %j', async (inputs, parameters) => {
    await expect(ask(inputs, parameters)).rejects.toMatchObject({ status: 422 })
  })
})
