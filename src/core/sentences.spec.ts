import { describe, expect, it } from 'vitest'
import { sentencesOf, wordsIn } from './sentences'

const texts = (text: string) => sentencesOf(text).map((sentence) => sentence.text)

describe('sentencesOf', () => {
  it.each([
    ['One. Two? Three!', ['One.', 'Two?', 'Three!']],
    [
      'It is 3.5 metres tall. Its base is square.',
      ['It is 3.5 metres tall.', 'Its base is square.'],
    ],
    ['Mr. Smith met J. K. Rowling. They talked.', ['Mr. Smith met J. K. Rowling.', 'They talked.']],
    ['今天天气很好。我们去公园吧！', ['今天天气很好。', '我们去公园吧！']],
    ['A headline\nAnd a line', ['A headline', 'And a line']],
    ['  \n  ', []],
    ['', []],
    ['Ask Dr.', ['Ask Dr.']],
  ])('%j', (text, expected) => {
    expect(texts(text)).toEqual(expected)
  })

  it('tells where each one stands', () => {
    const text = ' One two.  Three. \n\n 四五。'
    for (const { text: sentence, start, end } of sentencesOf(text)) {
      expect(text.slice(start, end)).toBe(sentence)
    }
    expect(sentencesOf(text)).toHaveLength(3)
  })

  it('finds the same sentences in a long text as in short ones, in little time', () => {
    const line = 'The tower is 324 metres (1,063 ft) tall. Its base is square. 今天天气很好。 '
    const before = performance.now()
    const found = texts(line.repeat(14_000))
    expect(performance.now() - before).toBeLessThan(5_000)
    expect(found).toHaveLength(42_000)
    expect(new Set(found)).toEqual(new Set(texts(line)))
  })

  it('cuts what has no end', () => {
    const found = sentencesOf('x'.repeat(5_000))
    expect(found.map(({ end }) => end)).toEqual([2_000, 4_000, 5_000])
  })
})

describe('wordsIn', () => {
  it.each([
    [
      'The 81-storey building isn’t 1,063.5 ft.',
      ['the', '81', 'storey', 'building', 'isn’t', '1,063.5', 'ft'],
    ],
    ['今天好，ok', ['今', '天', '好', 'ok']],
    ['Ça naïve mère-fille', ['ça', 'naïve', 'mère-fille']],
    ['हिन्दी', ['हिन्दी']],
    ['?!', []],
  ])('%s', (text, words) => {
    expect(wordsIn(text)).toEqual(words)
  })
})
