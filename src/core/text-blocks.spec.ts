import { describe, expect, it } from 'vitest'
import { createTextBlockSplitter } from './text-blocks'

const texts: [string, string][] = [
  ['lines', 'a line of text\n'.repeat(60)],
  ['one long line', 'word '.repeat(200)],
  ['no space at all', 'x'.repeat(700)],
  ['pairs of code units', 'x' + '😀'.repeat(400)],
  ['blank lines', 'a\n\n\n\n'.repeat(100)],
]

describe('createTextBlockSplitter', () => {
  it.each(texts)('keeps the text and bounds the open piece: %s', (_, text) => {
    const splitter = createTextBlockSplitter(50)
    for (let length = 0; length <= text.length; length += 7) {
      const part = text.slice(0, length)
      const { finished, open } = splitter.update(part)
      expect(finished.map((block) => block.text).join('') + open).toBe(part)
      expect(open.length).toBeLessThanOrEqual(100)
      for (const block of finished) expect(block.text.length).toBeLessThanOrEqual(50)
    }
  })

  it('cuts at line ends, then at spaces, never inside a pair', () => {
    const cuts = (text: string) =>
      createTextBlockSplitter(50)
        .update(text)
        .finished.map((block) => block.text)
    for (const piece of cuts('a line of text\n'.repeat(60))) expect(piece).toMatch(/\n$/)
    for (const piece of cuts('word '.repeat(200))) expect(piece).toMatch(/ $/)
    for (const piece of cuts('x' + '😀'.repeat(400))) expect(piece).not.toMatch(/[\uD800-\uDBFF]$/)
  })

  it('marks a piece that begins or ends inside a line', () => {
    const splitter = createTextBlockSplitter(10)
    const { finished } = splitter.update('one two\nthree four five\nsix\nseven eight')
    expect(finished.map((block) => [block.text, block.wholeLines])).toEqual([
      ['one two\n', true],
      ['three ', false],
      ['four five\n', false],
    ])
  })

  it('starts again when the text is another one', () => {
    const splitter = createTextBlockSplitter(5)
    splitter.update('aaaa '.repeat(10))
    expect(splitter.update('b')).toEqual({ finished: [], open: 'b' })
  })
})
