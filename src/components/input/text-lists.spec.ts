import { describe, expect, it } from 'vitest'
import { insertedLength, labelsOf, linesOf, withLabels } from './text-lists'

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

describe('insertedLength', () => {
  it.each([
    ['', 'a', 1],
    ['ab', 'abc', 1],
    ['ac', 'abc', 1],
    ['aa', 'aaa', 1],
    ['abc', 'ac', 0],
    ['a,b', 'x,y,z', 5],
    ['a long text before', 'short', 5],
    ['', 'pasted', 6],
  ])('%j to %j', (before, after, length) => {
    expect(insertedLength(before, after)).toBe(length)
  })
})
