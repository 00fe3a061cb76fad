import { describe, expect, it } from 'vitest'
import { layoutSpans, locate } from './spans'
import type { TextSpan } from './results'

const span = (word: string, start: number | null, end: number | null): TextSpan => ({
  label: 'X',
  score: 1,
  word,
  start,
  end,
})

/** What the located spans cover, in the text itself. */
const covered = (text: string, spans: readonly TextSpan[]) =>
  locate(text, spans).map(({ start, end }) =>
    start === null || end === null ? null : `${start}:${text.slice(start, end)}`,
  )

describe('locate', () => {
  const cases: [name: string, text: string, spans: TextSpan[], expected: (string | null)[]][] = [
    ['offset 0', 'Jessica sings', [span('Jessica', 0, 7)], ['0:Jessica']],
    [
      'code points before and inside',
      '😀😀 Anna lives in 𠮷野家 today',
      [span('Anna', 3, 7), span('𠮷野家', 17, 20)],
      ['5:Anna', '19:𠮷野家'],
    ],
    ['family emoji, joined', '👨‍👩‍👧 Eva', [span('Eva', 6, 9)], ['9:Eva']],
    ['UTF-16 units of another server', '😀 Anna', [span('Anna', 3, 7)], ['3:Anna']],
    ['lower-cased words keep their offsets', 'In PARIS', [span('paris', 3, 8)], ['3:PARIS']],
    [
      'missing offsets, the same word twice',
      'Jessica met Jessica',
      [span('Jessica', null, null), span('jessica', null, null)],
      ['0:Jessica', '12:Jessica'],
    ],
    [
      'word pieces follow each other',
      'embeddings embed',
      [span('em', null, null), span('##bed', null, null), span('##dings', null, null)],
      ['0:em', '2:bed', '5:dings'],
    ],
    ['a word is not found inside another', 'with it', [span('it', null, null)], ['5:it']],
    ['sentencepiece marks', 'I am Sarah', [span('▁Sarah', null, null)], ['5:Sarah']],
    [
      'accents and case are folded',
      'José ALVAREZ',
      [span('jose alvarez', null, null)],
      ['0:José ALVAREZ'],
    ],
    ['decomposed accents', 'Jose\u0301 is here', [span('jose', null, null)], ['0:Jose\u0301']],
    [
      'spaces of a tokenizer',
      "rock'n'roll!",
      [span("rock ' n ' roll", null, null)],
      ["0:rock'n'roll"],
    ],
    ['Chinese has no spaces', '我住在北京', [span('北 京', null, null)], ['3:北京']],
    [
      'behind one that was given',
      'Eva or Eva',
      [span('Eva', 0, 3), span('Eva', null, null)],
      ['0:Eva', '7:Eva'],
    ],
    [
      'before one that was given',
      'Eva or Ida',
      [span('Ida', 7, 10), span('Eva', null, null)],
      ['7:Ida', '0:Eva'],
    ],
    ['offsets beyond the text', 'Eva', [span('Eva', 10, 13)], ['0:Eva']],
    ['end before start', 'Eva', [span('Eva', 3, 0)], ['0:Eva']],
    ['not in the text', 'Eva', [span('[UNK]', null, null), span('', null, null)], [null, null]],
  ]
  it.each(cases)('%s', (_name, text, spans, expected) => {
    expect(covered(text, spans)).toEqual(expected)
  })

  it('keeps label, score and word as they were sent', () => {
    const sent = { label: 'PER', score: null, word: '##Eva', start: null, end: null }
    expect(locate('Eva', [sent])).toEqual([{ ...sent, start: 0, end: 3 }])
  })

  it('finds thousands of words in a long text in well under a second', () => {
    const text = Array.from({ length: 5_000 }, (_, index) => `word${index}`).join(' ')
    const spans = text.split(' ').map((word) => span(word, null, null))
    const started = performance.now()
    const found = locate(text, spans)
    expect(found.at(-1)?.end).toBe(text.length)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})

describe('layoutSpans', () => {
  const runs = (text: string, ...places: [number, number][]) =>
    layoutSpans(
      text,
      places.map(([start, end]) => span('', start, end)),
    ).map((run) => [run.text, [...run.spans]])

  it('leaves a text without spans whole', () => {
    expect(runs('abc')).toEqual([['abc', []]])
  })
  it('cuts at the borders', () => {
    expect(runs('abcdef', [0, 2], [4, 6])).toEqual([
      ['ab', [0]],
      ['cd', []],
      ['ef', [1]],
    ])
  })
  it('keeps overlaps and nesting', () => {
    expect(runs('abcdef', [0, 4], [2, 6], [2, 3])).toEqual([
      ['ab', [0]],
      ['c', [0, 1, 2]],
      ['d', [0, 1]],
      ['ef', [1]],
    ])
  })
  it('leaves out spans without a place', () => {
    expect(runs('abc', [1, 1], [2, 9])).toEqual([['abc', []]])
  })
  it('gives runs that make up the text again', () => {
    const text = 'one two three'
    const laid = layoutSpans(text, [span('', 4, 7), span('', 0, 13), span('', 5, 9)])
    expect(laid.map((run) => run.text).join('')).toBe(text)
    expect(laid.every((run) => text.slice(run.start, run.end) === run.text)).toBe(true)
  })
  it('has no run for an empty text', () => {
    expect(runs('')).toEqual([])
  })
})
