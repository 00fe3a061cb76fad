import { describe, expect, it } from 'vitest'
import type { ChatMessage } from '@/core/chat'
import type { Conversation } from '@/core/conversation'
import { createMemoryConversationStorage } from './conversation-memory'
import { planWrite } from './conversation-storage'
import { isConversationRecord } from './guards'
import { createMemoryRunStorage } from './memory'
import { storedRun } from './record'

const say = (id: string, parent: string, text = `Words of ${id}`): ChatMessage => ({
  id,
  parent,
  role: 'user',
  text,
  images: [],
})

const talk = (id: string, messages: readonly ChatMessage[], updatedAt = 1): Conversation => ({
  messages,
  leaf: messages.at(-1)?.id ?? '',
  settings: { model: 'org/model', system: '', parameters: {}, stream: true, plain: false },
  summary: {
    id,
    name: `Talk ${id}`,
    named: false,
    model: 'org/model',
    startedAt: 1,
    updatedAt,
    messages: messages.length,
    branches: 1,
    bytes: 10,
  },
})

const all = { changed: [], removed: [] }

describe('planWrite', () => {
  const messages = [say('a', ''), say('b', 'a'), say('c', 'b'), say('d', 'a')]
  it.each<[string, readonly string[], readonly string[], string]>([
    ['all of a new one', [], ['d'], 'a b c d'],
    ['what is new', ['a', 'b', 'c', 'd'], ['c'], 'c'],
    ['what it stands on, where another tab took it out', ['a', 'd'], ['c'], 'b c'],
    ['nothing', ['a'], [], ''],
  ])('writes %s', (_name, stored, changed, expected) => {
    const plan = planWrite(talk('x', messages), { changed, removed: [] }, new Set(stored))
    expect(plan.map(({ id }) => id).join(' ')).toBe(expected)
  })
})

describe('conversations in memory', () => {
  const make = () => {
    const runs = createMemoryRunStorage()
    return { runs, storage: createMemoryConversationStorage(runs) }
  }

  it('are listed by their last word, and found by the words of any message', async () => {
    const { storage } = make()
    await storage.put(talk('one', [say('a', '', 'About Gardens')], 1), all)
    await storage.put(talk('two', [say('b', '', 'About streets'), say('c', '', 'hidden')], 2), all)
    const found = async (query: string) =>
      (await storage.list(query)).conversations.map(({ id }) => id).join(' ')
    expect(await found('')).toBe('two one')
    expect(await found('gardens')).toBe('one')
    expect(await found('talk HIDDEN')).toBe('two')
    expect(await found('gardens hidden')).toBe('')
  })

  it('keep the name that the person gave', async () => {
    const { storage } = make()
    await storage.put(talk('one', [say('a', '')]), all)
    await storage.rename('one', 'Mine')
    await storage.put(talk('one', [say('a', ''), say('b', 'a')]), all)
    const kept = await storage.get('one')
    expect(kept?.conversation.summary).toMatchObject({ name: 'Mine', named: true, messages: 2 })
  })

  it('go with their runs, and give both back', async () => {
    const { runs, storage } = make()
    const connection = { kind: 'sandbox' } as const
    const request = {
      dialect: 'wire',
      task: 'conversational',
      model: 'm',
      connection,
      credential: { kind: 'none' },
      stream: false,
      clients: {},
      method: 'POST',
      url: 'http://127.0.0.1/',
      headers: [],
      body: { kind: 'none' },
    } as const
    for (const conversation of ['one', undefined]) {
      const input = { messages: [], ...(conversation ? { conversation } : {}) }
      const draft = { model: 'm', input, parameters: {}, stream: false }
      const id = conversation ?? 'alone'
      await runs.put(storedRun({ phase: 'aborted', id, startedAt: 1, request }, draft, 't'))
    }
    await storage.put(talk('one', [say('a', '')]), all)
    const listed = async (conversation?: string) =>
      (await runs.list(conversation ? { conversation } : {})).runs.map(({ id }) => id)
    expect(await listed()).toEqual(['alone'])
    expect(await listed('one')).toEqual(['one'])
    const removed = await storage.remove('one')
    expect(removed?.runs.map(({ summary }) => summary.conversation)).toEqual(['one'])
    expect(await listed('one')).toEqual([])
    expect(await storage.get('one')).toBeUndefined()
  })
})

describe('isConversationRecord', () => {
  const { summary, settings, leaf } = talk('x', [])
  const record = { ...summary, settings, leaf, order: [] }
  it('takes one', () => expect(isConversationRecord(record)).toBe(true))
  it.each([
    ['no settings', { ...record, settings: undefined }],
    ['a name that is none', { ...record, name: 5 }],
    ['a time that is none', { ...record, updatedAt: 'yesterday' }],
    ['an order that is none', { ...record, order: 'a b' }],
    ['parameters that are none', { ...record, settings: { ...settings, parameters: [] } }],
  ])('refuses %s', (_name, value) => expect(isConversationRecord(value)).toBe(false))
})
