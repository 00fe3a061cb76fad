import { describe, expect, it } from 'vitest'
import { descriptionParts, descriptionText } from './description'

describe('descriptionParts', () => {
  it.each([
    ['plain words', [['text', 'plain words']]],
    [
      'See [this paper](https://hf.co/papers/1610.02424) for more.',
      [
        ['text', 'See '],
        ['link', 'this paper', 'https://hf.co/papers/1610.02424'],
        ['text', ' for more.'],
      ],
    ],
    ['<https://a.example/b_c>', [['link', 'a.example/b_c', 'https://a.example/b_c']]],
    [
      'at https://a.example/b.',
      [
        ['text', 'at '],
        ['link', 'a.example/b', 'https://a.example/b'],
        ['text', '.'],
      ],
    ],
    [
      'a `top_p` and ``x``',
      [
        ['text', 'a '],
        ['code', 'top_p'],
        ['text', ' and '],
        ['code', 'x'],
      ],
    ],
    ['[x](javascript:alert(1))', [['text', '[x](javascript:alert(1))']]],
    ['one\ntwo\n\nthree', [['text', 'one two\nthree']]],
    ['<b>bold</b>', [['text', '<b>bold</b>']]],
  ])('%j', (words, expected) => {
    const parts = descriptionParts(words).map((part) =>
      part.kind === 'link' ? [part.kind, part.text, part.href] : [part.kind, part.text],
    )
    expect(parts).toEqual(expected)
  })

  it('has the words alone', () => {
    expect(descriptionText('See [this](https://a.example/) `x`')).toBe('See this x')
  })
})
