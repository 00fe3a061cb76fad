import { describe, expect, it } from 'vitest'
import type { ChatMessage } from './chat'
import { firstWords, isChatMessage, joined, matchesWords, runsOf, wordsOf } from './conversation'
import { mediaFile } from './media'

const say = (id: string, parent: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id,
  parent,
  role: 'user',
  text: `Words of ${id}`,
  images: [],
  ...more,
})

const ids = (messages: readonly ChatMessage[]) => messages.map(({ id }) => id).join(' ')

describe('firstWords', () => {
  it.each<[string, readonly ChatMessage[], string]>([
    ['of nothing', [], ''],
    ['of the person', [say('a', '', { role: 'assistant' }), say('b', 'a')], 'Words of b'],
    ['of an answer', [say('a', '', { role: 'assistant' })], 'Words of a'],
    ['in one line', [say('a', '', { text: ' Two\n lines ' })], 'Two lines'],
    ['behind a picture', [say('a', '', { text: '' }), say('b', 'a')], 'Words of b'],
  ])('%s', (_name, messages, name) => expect(firstWords({ messages })).toBe(name))
  it('are few', () => {
    const messages = [say('a', '', { text: 'word '.repeat(100_000) })]
    expect(firstWords({ messages }).length).toBeLessThanOrEqual(80)
  })
})

describe('isChatMessage', () => {
  const facts = { runs: ['r'], broken: 'cut', usage: { promptTokens: 1 }, totalMs: 5 } as const
  it.each<unknown>([
    say('a', ''),
    say('a', '', { images: [mediaFile(new Blob(['x']), 'x.png')], facts }),
    say('a', '', { toolCalls: [{ id: '1', name: 'time', arguments: '{}' }] }),
  ])('takes %j', (value) => expect(isChatMessage(value)).toBe(true))
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'Hello'],
    ['no id', { ...say('', '') }],
    ['a strange role', { ...say('a', ''), role: 'boss' }],
    ['a text that is none', { ...say('a', ''), text: 5 }],
    ['pictures that are none', { ...say('a', ''), images: ['x.png'] }],
    ['calls that are none', { ...say('a', ''), toolCalls: [{ id: 1 }] }],
    ['facts that are none', { ...say('a', ''), facts: { runs: 'r' } }],
    ['a speed that is none', { ...say('a', ''), facts: { runs: [], totalMs: 'long' } }],
    ['a parent that is none', { ...say('a', ''), parent: 3 }],
  ])('refuses %s', (_name, value) => expect(isChatMessage(value)).toBe(false))
})

describe('joined', () => {
  const kept = { messages: [say('a', ''), say('b', 'a'), say('c', 'b')], leaf: 'c' }
  const on = { isNewer: () => false, goesOn: true }
  const stay = { isNewer: () => false, goesOn: false }
  it('goes on where what is kept goes on', () => {
    const tree = joined({ messages: kept.messages.slice(0, 2), leaf: 'b' }, kept, on)
    expect([ids(tree.messages), tree.leaf]).toEqual(['a b c', 'c'])
  })
  it('stays where the page is, when that was wished', () => {
    expect(joined({ messages: kept.messages.slice(0, 2), leaf: 'b' }, kept, stay).leaf).toBe('b')
  })
  it('loses nothing of either', () => {
    const page = { messages: [say('a', ''), say('d', 'a')], leaf: 'd' }
    const tree = joined(page, kept, on)
    expect([ids(tree.messages), tree.leaf]).toEqual(['a b c d', 'd'])
  })
  it.each([
    ['kept', 'Words of a'],
    ['page', 'changed'],
  ] as const)('believes the newer, which is the %s', (newer, text) => {
    const page = { messages: [say('a', '', { text: 'changed' })], leaf: 'a' }
    expect(
      joined(page, kept, { isNewer: () => newer === 'page', goesOn: false }).messages[0]?.text,
    ).toBe(text)
  })
  it('takes an answer as far as it was kept while it was being written', () => {
    const further = say('b', 'a', { text: 'Once upon a', facts: { runs: ['r'], writing: true } })
    const before = { messages: [say('a', ''), say('b', 'a', { text: 'Once' })], leaf: 'b' }
    const tree = joined(
      before,
      { messages: [say('a', ''), further], leaf: 'b' },
      { ...on, isNewer: () => true },
    )
    expect(tree.messages[1]?.text).toBe('Once upon a')
  })
})

it.each([
  ['', true],
  ['words', true],
  ['WORDS one', true],
  ['one two three', true],
  ['four', false],
])('finds %j in any of the texts: %s', (query, found) => {
  expect(matchesWords(wordsOf(query), ['Words', 'one two', 'Three'])).toBe(found)
})

it('names each run once', () => {
  const messages = [
    say('a', ''),
    say('b', 'a', { facts: { runs: ['r1', 'r2'] } }),
    say('c', 'a', { facts: { runs: ['r1'] } }),
  ]
  expect(runsOf({ messages })).toEqual(['r1', 'r2'])
})
