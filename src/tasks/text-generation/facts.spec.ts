import { expect, it } from 'vitest'
import { tokenOf } from '@/core/tokens'
import { factsOf } from './facts'

it('reads what TGI tells', () => {
  const details = { generated_tokens: 2, seed: 0, input_length: 5 }
  const tokens = [[tokenOf({ text: 'a', logprob: -1 }), tokenOf({ text: 'b', logprob: -2 })]]
  expect(factsOf({ text: 'ab', details, tokens })).toEqual([
    { name: 'generated', value: '2' },
    { name: 'inputLength', value: '5' },
    { name: 'seed', value: '0' },
    { name: 'mean', value: '-1.500' },
  ])
})

it('reads what a completion tells, and nothing where nothing is told', () => {
  const usage = { promptTokens: 3, completionTokens: 1 }
  expect(factsOf({ text: 'a', usage, model: 'm', details: { seed: null } })).toEqual([
    { name: 'generated', value: '1' },
    { name: 'inputLength', value: '3' },
    { name: 'model', value: 'm' },
  ])
  expect(factsOf({ text: 'a' })).toEqual([])
})
