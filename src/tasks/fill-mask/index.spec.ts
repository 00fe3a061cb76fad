import { describe, expect, it } from 'vitest'
import { draftOf, json } from '../../../tests/unit/protocol'
import task, { type Input } from '.'

const inputs = 'Paris is the [MASK] of [MASK].'
const two: Input = { inputs, mask: '' }
const one: Input = { inputs: 'The <mask> barked at me', mask: '' }
const dog = { score: 0.9, token: 3899, token_str: ' dog', sequence: 'The dog barked at me' }
const read = { score: 0.9, token: 3899, tokenStr: ' dog', sequence: 'The dog barked at me' }

describe('fill-mask requests', () => {
  it.each([
    [one, {}, { inputs: one.inputs }],
    [one, { top_k: 3 }, { inputs: one.inputs, parameters: { top_k: 3 } }],
    [
      { ...one, mask: '<mask>' as const },
      { targets: ['dog'] },
      { inputs: one.inputs, parameters: { targets: ['dog'] } },
    ],
  ])('%j with %j', (input, parameters, sent) => {
    const { body, clients } = task.request(draftOf(input, parameters))
    expect(body).toEqual({ kind: 'json', value: sent, files: [] })
    expect(clients.javascript).toEqual({ method: 'fillMask', args: sent, files: [] })
    expect(clients.python).toMatchObject({ method: 'fill_mask', positional: [one.inputs] })
    expect(clients.python?.args).toEqual(parameters)
  })

  it('has no JavaScript call for several masks, whose reply the library does not read', () => {
    const { clients } = task.request(draftOf(two))
    expect(clients.javascript).toBeUndefined()
    expect(clients.python).toBeDefined()
  })

  it.each<[Input, unknown]>([
    [{ inputs: '', mask: '' }, [{ field: 'inputs', code: 'text-missing' }]],
    [
      { inputs: 'No mask', mask: '' },
      [{ field: 'inputs', code: 'mask-missing', values: { mask: '[MASK], <mask>' } }],
    ],
    [
      { inputs: 'A [MASK]', mask: '<mask>' },
      [{ field: 'inputs', code: 'mask-missing', values: { mask: '<mask>' } }],
    ],
    [{ inputs: 'A [MASK]', mask: '' }, []],
    [{ inputs: 'A <mask>', mask: '<mask>' }, []],
  ])('problems of %j', (input, problems) => {
    expect(task.problems(input)).toEqual(problems)
  })
})

describe('fill-mask replies', () => {
  it.each([
    ['a list', [dog], [[read]]],
    ['a list in a list', [[dog]], [[read]]],
    ['a list for each mask', [[dog], [dog, dog]], [[read], [read, read]]],
    ['none', [], [[]]],
    [
      'what may be missing',
      [{ token_str: 'dog', score: null }],
      [[{ score: null, token: null, tokenStr: 'dog', sequence: '' }]],
    ],
    [
      'tokenStr, as the schema says',
      [{ ...dog, token_str: undefined, tokenStr: ' dog' }],
      [[read]],
    ],
  ])('reads %s', (_name, reply, masks) => {
    expect(task.parse(json(reply), draftOf(one))).toEqual({ mask: '<mask>', masks })
  })

  it('looks for the mask that was sent, whatever the model is called', () => {
    const draft = { ...draftOf(two), model: 'FacebookAI/roberta-base' }
    expect(task.parse(json([[], []]), draft).mask).toBe('[MASK]')
  })

  it.each([[[dog, 'cat']], [[[dog], dog]], [[{ score: 1 }]], [dog], ['dog']])(
    'refuses %j',
    (reply) => {
      expect(() => task.parse(json(reply), draftOf(one))).toThrow(
        expect.objectContaining({ name: 'UnreadableReply' }),
      )
    },
  )
})
