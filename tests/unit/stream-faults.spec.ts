import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunState } from '@/core/run'
import type { AnyTask, Draft } from '@/core/task'
import { startRun } from '@/inference/engine'
import { prepare } from '@/inference/prepare'
import { liveTransport } from '@/inference/transport'
import chat from '@/tasks/conversational'
import generation from '@/tasks/text-generation'
import { EVENT_STREAM, startStreamServer, writeSplit } from './support/stream-server'

/** Streams that misbehave, from a real server, through the real engine into the pages' own outputs. */

let server: Awaited<ReturnType<typeof startStreamServer>>
beforeAll(async () => {
  server = await startStreamServer()
})
afterAll(() => server.close())

interface Speaker {
  readonly name: string
  readonly task: AnyTask
  readonly input: unknown
  readonly text: (output: unknown) => string
  /** One event that says a piece; the last one says that it is the end. */
  readonly piece: (text: string) => string
  readonly end: string
  readonly usage: string
}

const choice = (more: object) => JSON.stringify({ choices: [{ index: 0, ...more }] })
const usageOnly = JSON.stringify({
  choices: [],
  usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 },
})
const textOf = (output: unknown) => (output as { text: string }).text
const speakers: readonly Speaker[] = [
  {
    name: 'chat',
    task: chat as AnyTask,
    input: { messages: [], system: '', draft: 'Hi' },
    text: (output) => (output as { message: { text: string } }).message.text,
    piece: (content) => choice({ delta: { content }, finish_reason: null }),
    end: choice({ delta: {}, finish_reason: 'stop' }),
    usage: usageOnly,
  },
  {
    name: 'completion',
    task: generation as AnyTask,
    input: { inputs: 'Hi', dialect: 'completions' },
    text: textOf,
    piece: (text) => choice({ text, finish_reason: null }),
    end: choice({ text: '', finish_reason: 'stop' }),
    usage: usageOnly,
  },
  {
    name: 'events of TGI',
    task: generation as AnyTask,
    input: { inputs: 'Hi' },
    text: textOf,
    piece: (text) =>
      JSON.stringify({ token: { id: 1, text, logprob: -1, special: false }, generated_text: null }),
    end: JSON.stringify({
      token: { id: 2, text: '</s>', logprob: -1, special: true },
      generated_text: 'a你😀b',
      details: { finish_reason: 'eos_token', generated_tokens: 3 },
    }),
    usage: '{"index":9}',
  },
]

/** The pieces of every good stream: what they say together holds characters of one to four bytes. */
const PIECES = ['a', '你😀', 'b']
const SAID = PIECES.join('')

function run({ task, input }: Speaker, serve: (response: ServerResponse) => void | Promise<void>) {
  const { url, path } = server.serve(serve)
  const draft: Draft<unknown> = { model: 'm', input, parameters: {}, stream: true }
  // The URL as it is, whatever the route: what is under test is the stream.
  const prepared = prepare(task, { kind: 'endpoint', url, auth: 'none' }, draft, { sandboxUrl: '' })
  if (prepared.dialect !== 'wire') throw new Error('No wire request')
  const request = { ...prepared, url }
  let latest: RunState<unknown> = { phase: 'idle' }
  const transport = liveTransport(
    (to, init) => fetch(to, init),
    () => undefined,
  )
  const handle = startRun({
    task,
    draft,
    request,
    transport: (asked, ...rest) =>
      asked.dialect === 'wire' ? transport(asked, ...rest) : Promise.reject(new Error('provider')),
    onChange: (state) => (latest = state),
  })
  return { ...handle, path, state: () => latest }
}

const lines = (speaker: Speaker, end: readonly string[] = [speaker.end, '[DONE]']) => [
  ...PIECES.map(speaker.piece),
  ...end,
]
const framed = (data: readonly string[], before = 'data: ', after = '\n\n') =>
  data.map((each) => before + each + after).join('')

/** Streams that say all they have to say, each in its own unusual way. */
const odd: readonly [name: string, body: (speaker: Speaker) => string][] = [
  ['plain', (speaker) => framed(lines(speaker))],
  ['CRLF', (speaker) => framed(lines(speaker), 'data: ', '\r\n\r\n')],
  ['CR alone', (speaker) => framed(lines(speaker), 'data: ', '\r\r')],
  ['data: without a space', (speaker) => framed(lines(speaker), 'data:')],
  ['a BOM', (speaker) => `\ufeff${framed(lines(speaker))}`],
  ['comments', (speaker) => framed(lines(speaker), ': ping\n\n:\nid: 7\nretry: 10\ndata: ')],
  ['without [DONE]', (speaker) => framed(lines(speaker, [speaker.end]))],
  ['without a blank line at its end', (speaker) => framed(lines(speaker)).trimEnd()],
  ['usage alone, after the end', (speaker) => framed(lines(speaker, [speaker.end, speaker.usage]))],
  ['no choices', (speaker) => framed([speaker.usage, ...lines(speaker)])],
  ['what is no JSON', (speaker) => framed(['', 'ping', 'null', '[]', '"x"', ...lines(speaker)])],
  ['an error that is null', (speaker) => framed(['{"error":null}', ...lines(speaker)])],
  ['data over several lines', (speaker) => framed(lines(speaker)).replaceAll(',"', ',\ndata: "')],
]

describe.each(speakers)('$name', (speaker) => {
  describe.each(odd)('%s', (_name, body) => {
    it.each([1, 2, 3, 7, 1_000_000])('in pieces of %i bytes', async (size) => {
      const { finished } = run(speaker, async (response) => {
        response.writeHead(200, EVENT_STREAM)
        await writeSplit(response, Buffer.from(body(speaker)), size)
        response.end()
      })
      const ended = await finished
      expect(ended).toMatchObject({ phase: 'done', exchange: { ending: 'complete' } })
      expect('output' in ended && speaker.text(ended.output)).toBe(SAID)
    })
  })

  it('takes events of megabytes', async () => {
    const long = '你'.repeat(1_000_000)
    const { finished } = run(speaker, (response) => {
      response.writeHead(200, EVENT_STREAM)
      response.end(framed([speaker.piece(long), '[DONE]']))
    })
    const ended = await finished
    expect(ended.phase).toBe('done')
    expect('output' in ended && speaker.text(ended.output).length).toBe(long.length)
  })

  it.each([
    ['ends without a mark', (response: ServerResponse) => response.end()],
    ['is torn', (response: ServerResponse) => response.destroy()],
    [
      'is torn inside of an event',
      (response: ServerResponse) => {
        response.write(`data: ${speaker.piece('lost').slice(0, -3)}`)
        setImmediate(() => response.destroy())
      },
    ],
    [
      'is torn inside of a character',
      (response: ServerResponse) => {
        response.write(Buffer.from('data: 你').subarray(0, -1))
        setImmediate(() => response.destroy())
      },
    ],
  ])('that %s is cut, and what came is kept', async (_name, end) => {
    let tear: () => void = () => undefined
    const { finished, state } = run(speaker, (response) => {
      response.writeHead(200, EVENT_STREAM)
      response.write(framed(PIECES.map(speaker.piece)))
      tear = () => end(response)
    })
    await expect.poll(() => outputOf(speaker, state())).toBe(SAID)
    tear()
    const ended = await finished
    expect(ended).toMatchObject({
      phase: 'failed',
      failure: { kind: 'cut', status: 200 },
      exchange: { ending: 'cut' },
    })
    expect(outputOf(speaker, ended)).toBe(SAID)
  })

  it.each([
    ['{"error":"Out of memory","error_type":"generation"}', 'Out of memory'],
    ['{"error":{"message":"Overloaded","code":503}}', 'Overloaded'],
    ['{"object":"error","message":"Too long","code":400}', 'Too long'],
  ])('that tells of an error keeps what came: %s', async (event, detail) => {
    const { finished, path } = run(speaker, (response) => {
      response.writeHead(200, EVENT_STREAM)
      // It stays open: nobody reads on behind an error.
      response.write(framed([...PIECES.map(speaker.piece), event]))
    })
    const ended = await finished
    expect(ended).toMatchObject({ phase: 'failed', failure: { kind: 'error-reply', detail } })
    expect(outputOf(speaker, ended)).toBe(SAID)
    await expect.poll(() => server.gone).toContain(path)
  })

  it('that tells of an error by the event’s name keeps what came', async () => {
    const { finished } = run(speaker, (response) => {
      response.writeHead(200, EVENT_STREAM)
      response.end(`${framed(PIECES.map(speaker.piece))}event: error\ndata: The model died\n\n`)
    })
    const ended = await finished
    expect(ended).toMatchObject({ failure: { kind: 'error-reply', detail: 'The model died' } })
    expect(outputOf(speaker, ended)).toBe(SAID)
  })

  describe('stopped', () => {
    it('before the headers: the server sees the connection close', async () => {
      const { finished, abort, path } = run(speaker, () => undefined)
      await expect.poll(() => server.asked).toContain(path)
      abort()
      expect((await finished).phase).toBe('aborted')
      await expect.poll(() => server.gone).toContain(path)
    })

    it('between the headers and the first byte', async () => {
      const { finished, abort, path } = run(speaker, (response) => {
        response.writeHead(200, EVENT_STREAM)
        response.flushHeaders()
      })
      await expect.poll(() => server.asked).toContain(path)
      abort()
      expect(await finished).toMatchObject({ phase: 'aborted' })
      await expect.poll(() => server.gone).toContain(path)
    })

    it('in a flood: what came is kept', async () => {
      const { finished, abort, path, state } = run(speaker, (response) => {
        response.writeHead(200, EVENT_STREAM)
        const flood = framed(Array.from({ length: 50 }, () => speaker.piece('x')))
        const pour = () => {
          while (!response.destroyed && response.write(flood));
        }
        response.on('drain', pour)
        pour()
      })
      await expect.poll(() => outputOf(speaker, state()).length).toBeGreaterThan(1000)
      abort()
      const ended = await finished
      expect(ended).toMatchObject({ phase: 'aborted', exchange: { ending: 'aborted' } })
      expect(outputOf(speaker, ended)).toMatch(/^x+$/)
      await expect.poll(() => server.gone).toContain(path)
    })
  })
})

function outputOf(speaker: Speaker, state: RunState<unknown>): string {
  return 'output' in state && state.output !== undefined ? speaker.text(state.output) : ''
}

describe('what went wrong is told apart', () => {
  const [speaker] = speakers as readonly [Speaker, ...Speaker[]]

  it('an error’s body that is torn still has its status', async () => {
    const { finished } = run(speaker, (response) => {
      response.writeHead(500, { 'content-type': 'application/json' })
      response.write('{"error":')
      setImmediate(() => response.destroy())
    })
    expect(await finished).toMatchObject({ failure: { kind: 'server', status: 500 } })
  })

  it('a fault of ours is none of the network', async () => {
    const broken: Speaker = {
      ...speaker,
      task: {
        ...speaker.task,
        fold: {
          start: () => ({}),
          step: () => {
            throw new TypeError('x is undefined')
          },
          ended: () => false,
        },
      },
    }
    const { finished } = run(broken, (response) => {
      response.writeHead(200, EVENT_STREAM)
      response.end(framed(lines(speaker)))
    })
    expect(await finished).toMatchObject({
      failure: { kind: 'internal', detail: 'TypeError: x is undefined' },
    })
  })
})
