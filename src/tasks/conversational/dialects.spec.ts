import { describe, expect, it } from 'vitest'
import type { Connection } from '@/core/connection'
import { parseCurl } from '@/core/curl'
import { readIncoming } from '@/core/incoming'
import type { JsonObject } from '@/core/json'
import { mediaFile } from '@/core/media'
import type { AnyTask, Draft } from '@/core/task'
import { prepare } from '@/inference/prepare'
import { callTask, eventsOfTask } from '@/sandbox/lib/test-call'
import { snippets } from '@/snippets'
import task from '.'
import type { Dialect, Input } from './input'
import { fold, parseChat } from './parse'
import sandbox from './sandbox'

const context = { sandboxUrl: 'http://127.0.0.1:1/sandbox' }
const endpoint: Connection = { kind: 'endpoint', url: 'https://x.dev/', auth: 'none' }
const router: Connection = { kind: 'provider', provider: 'auto', billTo: '' }
const said = (role: 'user' | 'assistant', text: string) => ({ id: text, role, text, images: [] })
const talk: Input = {
  system: '',
  messages: [said('user', 'Hi'), said('assistant', 'Hello!')],
  draft: 'And you?',
}
const draft = (
  dialect: Dialect,
  more: Partial<Input> = {},
  parameters: JsonObject = {},
  stream = false,
): Draft<Input> => ({ model: 'm', input: { ...talk, dialect, ...more }, parameters, stream })
const body = (asked: Draft<Input>, connection: Connection = endpoint) => {
  const request = prepare(task, connection, asked, context)
  return request.dialect === 'wire' && request.body.kind === 'json' ? request.body.value : undefined
}
const wire = [
  { role: 'user', content: 'Hi' },
  { role: 'assistant', content: 'Hello!' },
  { role: 'user', content: 'And you?' },
]
const older = { past_user_inputs: ['Hi'], generated_responses: ['Hello!'], text: 'And you?' }

describe('the bodies', () => {
  it.each<[Dialect, JsonObject]>([
    ['chat', { model: 'm', messages: wire, temperature: 1, stream: true }],
    ['inputs', { inputs: wire, parameters: { temperature: 1 }, stream: true }],
    ['older', { inputs: older, parameters: { temperature: 1 } }],
  ])('%s', (dialect, expected) => {
    expect(body(draft(dialect, {}, { temperature: 1 }, true))).toEqual(expected)
  })

  it('go to the URL itself, but for the chat', () => {
    const urlOf = (dialect: Dialect, connection: Connection) => {
      const request = prepare(task, connection, draft(dialect), context)
      return request.dialect === 'wire' ? [request.url, request.stream] : undefined
    }
    expect(urlOf('chat', endpoint)).toEqual(['https://x.dev/v1/chat/completions', false])
    expect(urlOf('inputs', endpoint)).toEqual(['https://x.dev/', false])
    const sandboxed = 'http://127.0.0.1:1/sandbox/models/m/pipeline/conversational'
    expect(urlOf('older', { kind: 'sandbox' })).toEqual([sandboxed, false])
  })

  it('are a chat on the router, and for a word that is no dialect', () => {
    expect(body(draft('older'), router)).toMatchObject({ messages: wire })
    expect(body(draft('x' as Dialect))).toMatchObject({ messages: wire })
  })

  it('carry pictures in their places', () => {
    const cat = mediaFile(new Blob(['x'], { type: 'image/png' }), 'cat.png')
    const request = prepare(task, endpoint, draft('inputs', { draftImages: [cat] }), context)
    expect(request).toMatchObject({
      body: { files: [{ pointer: '/inputs/2/content/1/image_url/url' }] },
    })
  })

  it.each<[Dialect, JsonObject]>([
    ['inputs', {}],
    ['inputs', { max_new_tokens: 5 }],
    ['older', {}],
    ['older', { temperature: 0.5 }],
  ])('come back from their curl: %s %j', (dialect, parameters) => {
    const asked = draft(dialect, {}, parameters)
    const request = prepare(task, endpoint, asked, context)
    if (request.dialect !== 'wire') throw new Error('No wire request')
    const read = parseCurl(snippets(request).curl.code)
    const { candidates } = readIncoming(read, [task as AnyTask], context.sandboxUrl)
    expect(candidates).toMatchObject([{ exact: true, draft: { input: { dialect }, parameters } }])
    const [found] = candidates
    expect(found && body({ ...(found.draft as Draft<Input>), model: 'm' })).toEqual(body(asked))
  })
})

describe('what the oldest body has no place for', () => {
  const cat = mediaFile(new Blob(['x'], { type: 'image/png' }), 'cat.png')
  it.each<[string, Partial<Input>, JsonObject]>([
    ['system', { system: 'Be brief.' }, {}],
    ['images', { draftImages: [cat] }, {}],
    ['tools', {}, { tools: [] }],
    ['response_format', {}, { response_format: {} }],
    ['order', { messages: [said('assistant', 'Hello!')] }, {}],
    ['order', { messages: [said('user', 'Hi')] }, {}],
  ])('is said: %s', (names, more, parameters) => {
    const problemsOf = (dialect: Dialect, connection: Connection) => {
      const asked = draft(dialect, more, parameters)
      return task.problems(asked.input, asked, connection)
    }
    expect(problemsOf('older', endpoint)).toEqual([
      { field: 'messages', code: 'dialect-lost', values: { names } },
    ])
    expect(problemsOf('older', router)).toEqual([])
    expect(problemsOf('inputs', endpoint)).toEqual([])
  })
})

describe('the replies', () => {
  const reply = (value: unknown) => parseChat({ kind: 'json', value, text: '' })
  it.each<[string, unknown]>([
    ['a text', [{ generated_text: 'Fine.' }]],
    ['the messages', { generated_text: [...wire, { role: 'assistant', content: 'Fine.' }] }],
    ['the oldest', { generated_text: 'Fine.', conversation: older, warnings: ['x'] }],
    ['the oldest without its text', { conversation: { generated_responses: ['a', 'Fine.'] } }],
  ])('%s', (_name, value) => {
    expect(reply(value)).toMatchObject({ message: { text: 'Fine.' }, endedProperly: true })
  })

  it('of the sandbox are the same in every dialect', async () => {
    const parameters = { temperature: 0 }
    const asked = async (dialect: Dialect) => {
      const { model: _model, ...sent } = body(draft(dialect, {}, parameters)) as JsonObject
      const given = { ...sent, ...(dialect === 'chat' ? { model: 'm' } : {}) }
      const value = await callTask(sandbox, {
        body: given,
        inputs: 'inputs' in sent ? sent.inputs : undefined,
        parameters,
      })
      return reply(value).message.text
    }
    const chat = await asked('chat')
    expect(chat).not.toBe('')
    expect(await asked('inputs')).toBe(chat)
    expect(await asked('older')).toBe(chat)
  })

  it('of a dedicated endpoint are streamed as tokens', async () => {
    const events = await eventsOfTask(sandbox, { body: { inputs: wire }, inputs: wire })
    const output = events.map((data) => ({ at: 0, data })).reduce(fold.step, fold.start())
    const [choice] = output.choices
    expect(fold.ended(output)).toBe(true)
    expect(output.finishReason).toBe('stop')
    expect(
      choice?.tokens
        ?.flat()
        .map(({ text }) => text)
        .join(''),
    ).toBe(output.message.text)
  })
})
