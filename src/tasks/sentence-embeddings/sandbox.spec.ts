import { describe, expect, it } from 'vitest'
import { cosine, norm } from '@/core/vectors'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

const ask = async (inputs: unknown, parameters = {}) =>
  ((await callTask(sandbox, { inputs, body: { inputs, ...parameters } })) as { embeddings: never })
    .embeddings

describe('sentence-embeddings sandbox', () => {
  it('answers with {embeddings}, of a text or of a list', async () => {
    const one: number[] = await ask('It is sunny')
    const [first, second = [], third = []]: number[][] = await ask([
      'It is sunny',
      'It is so sunny outside',
      'He drove home',
    ])
    expect(one).toEqual(first)
    expect(cosine(one, second)).toBeGreaterThan(cosine(one, third) ?? 1)
  })

  it('honours normalize', async () => {
    expect(norm(await ask('sunny'))).toBeCloseTo(1, 5)
    expect(norm(await ask('sunny', { normalize: false }))).toBeGreaterThan(1.2)
  })

  it.each([[''], [undefined], [[]], [{ text: 'x' }]])('refuses %j', async (inputs) => {
    await expect(ask(inputs)).rejects.toMatchObject({ status: 422 })
  })
})
