import { describe, expect, it } from 'vitest'
import type { ChatMessage, ToolCall } from './chat'
import { pendingCalls, resultMessages, withCallIds } from './tools'

const call = (id: string, name = 'f'): ToolCall => ({ id, name, arguments: '{}' })
const message = (role: ChatMessage['role'], more: Partial<ChatMessage> = {}): ChatMessage => ({
  id: role,
  role,
  text: '',
  images: [],
  ...more,
})
const asks = (...ids: string[]) => message('assistant', { toolCalls: ids.map((id) => call(id)) })
const answers = (toolCallId: string) => message('tool', { toolCallId })

describe('the calls that wait', () => {
  const rows: [name: string, messages: ChatMessage[], waiting: string[]][] = [
    ['no message', [], []],
    ['no call', [message('user'), message('assistant')], []],
    ['a call at the end', [message('user'), asks('a')], ['a']],
    ['two calls', [asks('a', 'b')], ['a', 'b']],
    ['one of two answered, in any order', [asks('a', 'b'), answers('b')], ['a']],
    ['all answered', [asks('a', 'b'), answers('b'), answers('a')], []],
    ['a second round', [asks('a'), answers('a'), asks('b')], ['b']],
    ['the person spoke on', [asks('a'), message('user')], []],
    ['a result that names no call', [asks('a', 'b'), message('tool')], ['b']],
    ['only results', [answers('a')], []],
  ]
  it.each(rows)('%s', (_name, messages, waiting) => {
    expect(pendingCalls(messages).map(({ id }) => id)).toEqual(waiting)
  })
})

it('answers the calls that have a result, also an empty one, and no inherited name', () => {
  const pending = [call('a'), call('b'), call('toString')]
  const made = resultMessages(pending, { b: '' }, () => 'new')
  expect(made).toEqual([{ id: 'new', role: 'tool', text: '', images: [], toolCallId: 'b' }])
})

it('gives each call an id of its own, and leaves good ones', () => {
  const calls = withCallIds([call('a'), call(''), call('a'), call('')])
  const ids = calls.map(({ id }) => id)
  expect(ids[0]).toBe('a')
  expect(new Set(ids).size).toBe(4)
  for (const id of ids.slice(1)) expect(id).toMatch(/^[A-Za-z0-9]{9}$/)
})
