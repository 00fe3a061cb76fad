import { describe, expect, it } from 'vitest'
import { labelsOf, linesOf, withLabels } from './text-lists'

describe('labelsOf', () => {
  it.each<[string, string[]]>([
    ['one', ['one']],
    [' a , b,,c ', ['a', 'b', 'c']],
    ['猫，狗、鸟', ['猫', '狗', '鸟']],
    ['two words\nnext\tthird', ['two words', 'next', 'third']],
    [' , ', []],
  ])('splits %j', (text, labels) => {
    expect(labelsOf(text)).toEqual(labels)
  })
})

describe('withLabels', () => {
  it('adds at the end and nothing twice', () => {
    expect(withLabels(['a', 'b'], ['b', 'c', 'c'])).toEqual(['a', 'b', 'c'])
  })
})

describe('linesOf', () => {
  it('leaves out empty lines, and keeps equal ones', () => {
    expect(linesOf('a\r\n\n  b \na')).toEqual(['a', 'b', 'a'])
  })
})
