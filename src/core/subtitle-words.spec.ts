import { describe, expect, it } from 'vitest'
import type { TimedText } from './results'
import { areWords, gatherWords, joined } from './subtitle-words'

/** Words half a second long, one after the other. */
const words = (...texts: string[]): TimedText[] =>
  texts.map((text, index) => ({ text, start: index / 2, end: index / 2 + 0.5 }))
const lines = (chunks: readonly TimedText[]) =>
  gatherWords(chunks).map(({ text, start, end }) => [text, start, end])

describe('areWords', () => {
  it.each<[string, TimedText[], boolean]>([
    ['words', words(' Going', ' along', ' slushy', ' roads'), true],
    ['characters', words('床', '前', '明', '月'), true],
    ['a few', words('[pause', 'x'), false],
    ['sentences', words('Going along', 'a road', 'b c', 'd e'), false],
    ['none', [], false],
  ])('%s', (_, chunks, expected) => expect(areWords(chunks)).toBe(expected))
})

describe('gatherWords', () => {
  it('ends a line with the sentence', () => {
    expect(lines(words(' Yes.', ' Going', ' along', ' now.'))).toEqual([
      ['Yes.', 0, 0.5],
      ['Going along now.', 0.5, 2],
    ])
  })

  it('ends a line before it gets too long', () => {
    const found = lines(words(...Array.from({ length: 9 }, () => ' eighteen')))
    expect(found.map(([text]) => String(text).length)).toEqual([35, 35, 8])
    expect(found[1]).toEqual(['eighteen eighteen eighteen eighteen', 2, 4])
  })

  it('ends a line at a silence, and after six seconds', () => {
    const [one, two, three, four] = words('a', 'b', 'c', 'd') as [
      TimedText,
      TimedText,
      TimedText,
      TimedText,
    ]
    const later = { ...three, start: 3, end: 3.5 }
    expect(lines([one, two, later, { ...four, start: 3.5, end: null }])).toEqual([
      ['a b', 0, 1],
      ['c d', 3, null],
    ])
    const slow = ['a', 'b', 'c', 'd'].map((text, at) => ({
      text,
      start: at * 2.5,
      end: at * 2.5 + 2,
    }))
    expect(lines(slow)).toEqual([
      ['a b', 0, 4.5],
      ['c d', 5, 9.5],
    ])
  })

  it('leaves sentences as they are', () => {
    const chunks = words('Going along', 'country roads')
    expect(gatherWords(chunks)).toBe(chunks)
  })
})

it.each([
  ['Going', ' along', 'Going along'],
  ['Going', 'along', 'Going along'],
  ['Going', ',', 'Going,'],
  ['Yes,', 'no', 'Yes, no'],
  ['明', '月', '明月'],
  ['don', "'t", "don't"],
])('%s and %s are %s', (before, word, expected) => expect(joined(before, word)).toBe(expected))
