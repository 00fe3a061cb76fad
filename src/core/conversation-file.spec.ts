import { describe, expect, it } from 'vitest'
import type { ChatMessage } from './chat'
import type { Conversation } from './conversation'
import {
  branchesJson,
  conversationMarkdown,
  fileName,
  messageMarkdown,
  openAiJson,
} from './conversation-file'
import { importConversation, type ImportFault } from './conversation-import'
import { mediaFile } from './media'

/** The smallest picture that a browser shows. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const picture = mediaFile(
  new Blob([Uint8Array.from(atob(PNG), (letter) => letter.charCodeAt(0))], { type: 'image/png' }),
  'dot.png',
)

const say = (role: ChatMessage['role'], id: string, parent: string, text: string): ChatMessage => ({
  id,
  parent,
  role,
  text,
  images: [],
})

const messages: readonly ChatMessage[] = [
  { ...say('user', 'a', '', 'Look'), images: [picture] },
  {
    ...say('assistant', 'b', 'a', 'A `dot`.'),
    reasoning: 'Small.\nRed?',
    facts: { runs: ['r'], finishReason: 'stop', usage: { promptTokens: 3 }, totalMs: 12 },
  },
  { ...say('assistant', 'c', 'a', ''), toolCalls: [{ id: '1', name: 'time', arguments: '{}' }] },
  { ...say('tool', 'd', 'c', '12:00'), toolCallId: '1' },
]

const conversation: Conversation = {
  messages,
  leaf: 'd',
  settings: {
    model: 'org/model',
    system: 'Be brief.',
    parameters: { max_tokens: 5 },
    stream: true,
    plain: false,
  },
  summary: {
    id: 'x',
    name: 'Dots / <b>',
    named: true,
    model: 'org/model',
    startedAt: 1,
    updatedAt: 2,
    messages: 4,
    branches: 2,
    bytes: 9,
  },
}

const words = {
  user: 'You',
  assistant: 'Assistant',
  systemRole: 'System',
  tool: 'Tool',
  reasoning: 'Reasoning',
}

async function imported(text: string): Promise<Conversation> {
  const result = await importConversation(text)
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result.fault))
  return result.conversation
}

describe('a conversation as a file', () => {
  it('comes back with all branches, pictures, settings and its name', async () => {
    const back = await imported(await branchesJson(conversation))
    const bare = (list: readonly ChatMessage[]) => list.map(({ images: _images, ...rest }) => rest)
    expect(bare(back.messages)).toEqual(bare(messages))
    expect(back).toMatchObject({ leaf: 'd', settings: conversation.settings })
    expect(back.summary).toMatchObject({ name: 'Dots / <b>', named: true, startedAt: 1 })
    expect(back.summary.id).not.toBe('x')
    const [image] = back.messages[0]?.images ?? []
    expect(image).toMatchObject({ name: 'dot.png', type: 'image/png', size: picture.size })
    expect(await image?.blob.arrayBuffer()).toEqual(await picture.blob.arrayBuffer())
  })

  it('is the shown branch in the words of chat services', async () => {
    const list: unknown = JSON.parse(await openAiJson(conversation))
    const call = { id: '1', type: 'function', function: { name: 'time', arguments: '{}' } }
    const url = `data:image/png;base64,${PNG}`
    expect(list).toEqual([
      { role: 'system', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Look' },
          { type: 'image_url', image_url: { url } },
        ],
      },
      { role: 'assistant', content: null, tool_calls: [call] },
      { role: 'tool', tool_call_id: '1', content: '12:00' },
    ])
  })

  it('comes back from the words of chat services', async () => {
    const back = await imported(await openAiJson(conversation))
    expect(back.settings.system).toBe('Be brief.')
    expect(back.messages.map(({ role, text }) => [role, text])).toEqual([
      ['user', 'Look'],
      ['assistant', ''],
      ['tool', '12:00'],
    ])
    expect(back.messages[0]?.images).toHaveLength(1)
    expect(back.messages[1]?.toolCalls).toEqual([{ id: '1', name: 'time', arguments: '{}' }])
    expect(back.messages[2]).toMatchObject({ toolCallId: '1', parent: back.messages[1]?.id })
    expect(back.leaf).toBe(back.messages[2]?.id)
  })

  it('comes back from a request body, with its model and parameters', async () => {
    const body = {
      model: 'org/other',
      temperature: 0.5,
      stream: false,
      messages: [
        { role: 'developer', content: 'Be kind.' },
        { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
        { role: 'assistant', content: 'Ho', reasoning_content: 'Hm' },
        { role: 'system', content: 'Now be brief.' },
      ],
    }
    const back = await imported(JSON.stringify(body))
    expect(back.settings).toMatchObject({
      model: 'org/other',
      system: 'Be kind.',
      parameters: { temperature: 0.5 },
      stream: false,
    })
    expect(back.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'system'])
    expect(back.messages[1]?.reasoning).toBe('Hm')
    expect(back.summary).toMatchObject({ name: 'Hi', named: false })
  })

  it('is Markdown for people', () => {
    const markdown = conversationMarkdown({ ...conversation, leaf: 'b' }, words)
    expect(markdown).toBe(
      '# Dots / <b>\n\n## System\n\nBe brief.\n\n## You\n\n🖼 dot.png\n\nLook\n\n' +
        '## Assistant\n\n> **Reasoning**\n> \n> Small.\n> Red?\n\nA `dot`.\n',
    )
  })

  it('writes calls as code that nothing inside can end', () => {
    const call = { id: '1', name: 'run', arguments: '{"code":"```x```"}' }
    expect(messageMarkdown({ ...say('assistant', 'a', '', 'So:'), toolCalls: [call] })).toBe(
      'So:\n\n````\nrun({"code":"```x```"})\n````',
    )
  })

  it.each([
    ['Dots / <b>', 'Dots-b.json'],
    ['法国的首都？', '法国的首都.json'],
    ['../../etc', 'etc.json'],
    ['', 'conversation.json'],
  ])('has a name for any system: %j', (name, file) => {
    expect(fileName({ ...conversation, summary: { ...conversation.summary, name } }, 'json')).toBe(
      file,
    )
  })
})

describe('what is no conversation', () => {
  const own = (more: object) => ({ format: 'taskscope-conversation', version: 1, ...more })
  const user = { role: 'user', content: 'Hi' }
  const remote = { type: 'image_url', image_url: { url: 'https://x.test/a.png' } }
  const html = { type: 'image_url', image_url: { url: 'data:image/png;base64,PGI+PC9iPg==' } }
  it.each<[string, unknown, Partial<ImportFault>]>([
    ['a number', 5, { code: 'shape' }],
    ['another object', { runs: [] }, { code: 'shape' }],
    ['no message', [], { code: 'empty' }],
    ['only a system message', [{ role: 'system', content: 'x' }], { code: 'empty' }],
    ['a message that is none', [user, 'Hi'], { code: 'message', at: 2 }],
    ['a content that is none', [{ role: 'user', content: 5 }], { code: 'message', at: 1 }],
    [
      'a strange role',
      [user, { role: 'boss', content: '' }],
      { code: 'role', at: 2, role: 'boss' },
    ],
    ['a name of the language', [{ role: 'toString', content: '' }], { code: 'role', at: 1 }],
    ['a picture elsewhere', [{ role: 'user', content: [remote] }], { code: 'image', at: 1 }],
    ['a picture that is none', [{ role: 'user', content: [html] }], { code: 'image', at: 1 }],
    [
      'a call without a name',
      [{ role: 'assistant', tool_calls: [{}] }],
      { code: 'message', at: 1 },
    ],
    ['a newer version', own({ version: 2, messages: [] }), { code: 'newer' }],
    ['no version', own({ version: 'x', messages: [] }), { code: 'newer' }],
    ['no list', own({ messages: 'x' }), { code: 'shape' }],
    ['a damaged message', own({ messages: [{ id: 'a' }] }), { code: 'message', at: 1 }],
  ])('%s', async (_name, value, fault) => {
    const result = await importConversation(JSON.stringify(value))
    expect(result).toMatchObject({ kind: 'fault', fault })
  })
  it('half a text', async () => {
    const result = await importConversation('[{"role":"us')
    expect(result).toMatchObject({ kind: 'fault', fault: { code: 'json' } })
  })
})
