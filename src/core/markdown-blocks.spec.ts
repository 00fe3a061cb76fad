import { describe, expect, it } from 'vitest'
import { createBlockPacer, createMarkdownSplitter } from './markdown-blocks'

function split(text: string): string[] {
  const { finished, open } = createMarkdownSplitter().update(text)
  return [...finished, open].filter((block) => block.trim() !== '')
}

const trimmed = (text: string) => split(text).map((block) => block.trim())

describe('top-level blocks', () => {
  it.each<[string, string, string[]]>([
    ['paragraphs', 'one\ntwo\n\nthree\n', ['one\ntwo', 'three']],
    ['a heading needs no blank line', 'text\n# Title\nmore\n', ['text', '# Title\nmore']],
    ['seven hashes are no heading', 'text\n####### no\n', ['text\n####### no']],
    [
      'a fence keeps its blank lines',
      '```py\na\n\nb\n```\nafter\n',
      ['```py\na\n\nb\n```', 'after'],
    ],
    ['a fence cuts the paragraph before it', 'text\n```\nx\n```\n', ['text', '```\nx\n```']],
    [
      'a longer fence holds a shorter one',
      '````\n```\n\nx\n````\ny\n',
      ['````\n```\n\nx\n````', 'y'],
    ],
    ['tildes do not close backticks', '```\n~~~\n\n# no\n```\n', ['```\n~~~\n\n# no\n```']],
    ['a fence with info does not close', '```\n```js\n\nx\n```\n', ['```\n```js\n\nx\n```']],
    ['inline triple backticks are no fence', '```a``` b\n\nc\n', ['```a``` b', 'c']],
    [
      'a loose list stays whole',
      '- a\n\n- b\n\n  more\n\ntext\n',
      ['- a\n\n- b\n\n  more', 'text'],
    ],
    ['a numbered list stays whole', '1. a\n\n2. b\n', ['1. a\n\n2. b']],
    [
      'a fence inside a list stays in it',
      '1. a\n\n   ```sh\n   x\n\n   y\n   ```\n\n2. b\n',
      ['1. a\n\n   ```sh\n   x\n\n   y\n   ```\n\n2. b'],
    ],
    ['a rule after a paragraph', 'a\n\n---\n\nb\n', ['a', '---', 'b']],
    ['a table stays whole', '|a|b|\n|-|-|\n|1|2|\n\nend\n', ['|a|b|\n|-|-|\n|1|2|', 'end']],
    ['text like HTML has no rules of its own', '<div>\n\n<b>x\n', ['<div>', '<b>x']],
    ['indented code with a blank line', '    a\n\n    b\n\nc\n', ['a\n\n    b', 'c']],
    ['emphasis at the line start is no list', '**a**\n\n**b**\n', ['**a**', '**b**']],
    ['nothing', '', []],
  ])('%s', (_, text, blocks) => expect(trimmed(text)).toEqual(blocks))

  it('loses no character', () => {
    const text = '# T\n\n- a\n\n- b\n\n```js\nlet a\n\n```\nend **b'
    expect(split(text).join('')).toBe(text)
  })

  it('names the language and the code of a fence that is still open', () => {
    const { openFence } = createMarkdownSplitter().update('hi\n\n```python\nprint(1)\n\nx')
    expect(openFence).toEqual({ language: 'python', code: 'print(1)\n\nx' })
  })
  it.each(['```py', 'text\n\n```py\nx\n```\n', '- a\n  ```\n  x\n'])(
    'knows no open fence in %j',
    (text) => expect(createMarkdownSplitter().update(text).openFence).toBeUndefined(),
  )
})

describe('text in pieces', () => {
  const text = 'Intro\n\n```ts\nconst a = 1\n\n```\n1. x\n\n2. y\n\n| a |\n|---|\n\n# End\nbye'

  it('splits the same at every cut, also inside a fence marker', () => {
    const whole = split(text)
    for (let cut = 1; cut < text.length; cut++) {
      const splitter = createMarkdownSplitter()
      splitter.update(text.slice(0, cut))
      const { finished, open } = splitter.update(text)
      expect([...finished, open].filter((block) => block.trim() !== '')).toEqual(whole)
    }
  })

  it('never changes a finished block', () => {
    const splitter = createMarkdownSplitter()
    let seen: string[] = []
    for (let length = 1; length <= text.length; length++) {
      const { finished } = splitter.update(text.slice(0, length))
      expect(finished.slice(0, seen.length)).toEqual(seen)
      seen = [...finished]
    }
  })

  it('starts again when the text is another one', () => {
    const splitter = createMarkdownSplitter()
    splitter.update('a\n\nb\n\nc')
    const { finished, open } = splitter.update('x\n\ny')
    expect([...finished, open].map((block) => block.trim())).toEqual(['x\n\ny'])
  })

  it('hands out each character of 20,000 tokens a bounded number of times', () => {
    const splitter = createMarkdownSplitter()
    let all = ''
    let handed = 0
    let finishedBefore = 0
    for (let token = 0; token < 20_000; token++) {
      all += token % 40 === 39 ? '.\n\n' : 'word '
      const { finished, open } = splitter.update(all)
      handed += open.length
      for (const block of finished.slice(finishedBefore)) handed += block.length
      finishedBefore = finished.length
    }
    // Paragraphs hold 40 tokens, two of which can stand in the open block: no token is handed out more than 81 times.
    expect(handed).toBeLessThan(all.length * 81)
    expect(finishedBefore).toBe(499)
  })
})

describe('createBlockPacer', () => {
  it('loses no character and parses all of it in the end', () => {
    const pace = createBlockPacer()
    const long = 'word '.repeat(3000)
    for (let length = 1; length <= long.length; length += 97) {
      const { parsed, rest } = pace(long.slice(0, length), true)
      expect(parsed + rest).toBe(long.slice(0, length))
    }
    expect(pace(long, false)).toEqual({ parsed: long, rest: '' })
  })

  it('parses an endless paragraph of 20,000 tokens few times, and no more often in its second half', () => {
    const pace = createBlockPacer()
    const parses = new Set<number>()
    for (let length = 5; length <= 100_000; length += 5) {
      parses.add(pace('x'.repeat(length), true).parsed.length)
    }
    const beyond = (least: number) => [...parses].filter((length) => length > least)
    expect(beyond(4000).length).toBeLessThan(40)
    expect(beyond(50_000).length).toBeLessThan(9)
  })

  it('starts again with another block', () => {
    const pace = createBlockPacer()
    pace('a'.repeat(9000), true)
    expect(pace('b'.repeat(9000), true)).toEqual({ parsed: 'b'.repeat(9000), rest: '' })
  })
})
