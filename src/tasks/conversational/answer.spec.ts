import { describe, expect, it } from 'vitest'
import type { ChatMessage } from '@/core/chat'
import { path } from '@/core/chat-tree'
import type { Exchange } from '@/core/exchange'
import type { ActiveRun } from '@/core/run'
import { answersOf, continuedText, isUnfinished, withAnswers } from './answer'
import task from '.'
import type { Input } from './input'
import type { Output } from './output'
import { fold } from './parse'

const say = (role: ChatMessage['role'], id: string, text: string): ChatMessage => ({
  id,
  role,
  text,
  images: [],
})
const given = (messages: readonly ChatMessage[], more: Partial<Input> = {}): Input => ({
  messages,
  system: '',
  draft: '',
  conversation: 'x',
  ...more,
})
const asked = given([say('user', 'a', 'Hi')])

interface Told {
  readonly text?: string
  readonly finish?: string | null
  readonly choices?: number
}

/** A run that streamed what is told, a letter an event from 100 ms on, ten milliseconds each. */
function run(
  phase: 'streaming' | 'done' | 'aborted' | 'failed',
  { text = 'Hello you there', finish = 'stop', choices = 1 }: Told = {},
): ActiveRun<Output> {
  const event = (data: object, at: number) => ({ at, data: JSON.stringify(data) })
  const chunks = [
    event({ model: 'm', choices: [{ index: 0, delta: { role: 'assistant' } }] }, 50),
    ...[...text].flatMap((content, letter) =>
      Array.from({ length: choices }, (_, index) =>
        event({ choices: [{ index, delta: { content } }] }, 100 + letter * 10),
      ),
    ),
    ...Array.from({ length: choices }, (_, index) =>
      event({ choices: [{ index, delta: {}, finish_reason: finish }] }, 300),
    ),
  ]
  const output = chunks.reduce(fold.step, fold.start())
  const exchange: Exchange = {
    status: 200,
    statusText: 'OK',
    headers: [],
    mediaType: 'text/event-stream',
    body: { kind: 'events', chunks },
    attempts: [],
    ending: 'complete',
    timing: { headersMs: 20, firstByteMs: 50, totalMs: 300 },
  }
  const request = {
    ...task.request({ model: 'm', input: asked, parameters: {}, stream: true }),
  } as never
  const started = { id: 'run', startedAt: 1, request, exchange, output }
  if (phase === 'failed') return { ...started, phase, failure: { kind: 'cut' } }
  return { ...started, phase }
}

const facts = (of: ActiveRun<Output>) => answersOf(of)[0]?.facts

describe('answersOf', () => {
  it('tells how the answer came to be', () => {
    expect(facts(run('done'))).toEqual({
      model: 'm',
      finishReason: 'stop',
      firstTokenMs: 100,
      totalMs: 300,
      tokensPerSecond: expect.any(Number) as number,
      runs: ['run'],
    })
  })
  it.each([
    ['done', 'stop', undefined, false],
    ['done', 'length', undefined, true],
    ['aborted', null, 'aborted', true],
    ['failed', null, 'cut', true],
    ['streaming', null, 'cut', true],
  ] as const)('a run that is %s with %s', (phase, finish, broken, unfinished) => {
    const [answer] = answersOf(run(phase, { finish }))
    expect(answer?.facts?.broken).toBe(broken)
    expect(answer && isUnfinished(answer)).toBe(unfinished)
    expect(answer?.facts?.writing).toBe(phase === 'streaming' ? true : undefined)
  })
  it('says nothing before the first word', () => {
    expect(answersOf(run('streaming', { text: '', finish: null }))).toEqual([])
  })
})

describe('withAnswers', () => {
  const shown = (tree: ReturnType<typeof withAnswers>) => tree && path(tree).map(({ text }) => text)

  it('puts the answer behind what was asked', () => {
    expect(shown(withAnswers(asked, run('done'), asked))).toEqual(['Hi', 'Hello you there'])
  })
  it('does so once', () => {
    const once = withAnswers(asked, run('done'), asked)
    expect(once && withAnswers(once, run('done'), asked)).toBeUndefined()
  })
  it('takes the place of what was kept while it was being written', () => {
    const half = withAnswers(asked, run('streaming', { text: 'Hel', finish: null }), asked)
    expect(half && shown(withAnswers(half, run('done'), asked))).toEqual(['Hi', 'Hello you there'])
  })
  it('makes a branch of each choice', () => {
    const tree = withAnswers(asked, run('done', { choices: 3 }), asked)
    expect(tree?.messages.map(({ id, parent }) => [id, parent])).toEqual([
      ['a', ''],
      ['run', 'a'],
      ['run-1', 'a'],
      ['run-2', 'a'],
    ])
    expect(tree?.leaf).toBe('run')
  })
  it('leaves the branch that the person has turned to', () => {
    const tree = { messages: [...asked.messages, say('user', 'b', 'Else')], leaf: 'b' }
    expect(withAnswers(tree, run('done'), asked)?.leaf).toBe('b')
  })
  it('finds a place where what was asked has been taken out', () => {
    const tree = withAnswers({ messages: [] }, run('done'), asked)
    expect(shown(tree)).toEqual(['Hello you there'])
  })

  const half: ChatMessage = {
    ...say('assistant', 'b', 'Once upon '),
    facts: { runs: ['first'], broken: 'cut', firstTokenMs: 7, usage: { completionTokens: 3 } },
  }
  const goesOn = given([...asked.messages, half], { asking: 'b' })

  it('joins what goes on to what was there, as one message', () => {
    const tree = withAnswers(goesOn, run('done', { text: 'a time' }), goesOn)
    expect(shown(tree)).toEqual(['Hi', 'Once upon a time'])
    const joined = tree?.messages.at(-1)
    expect(joined).toMatchObject({ id: 'b', facts: { runs: ['first', 'run'], firstTokenMs: 7 } })
    expect(joined && isUnfinished(joined)).toBe(false)
  })
  it('joins it once, also over what was kept while it was being written', () => {
    const partial = withAnswers(goesOn, run('streaming', { text: 'a', finish: null }), goesOn)
    expect(shown(partial)).toEqual(['Hi', 'Once upon a'])
    const tree = partial && withAnswers(partial, run('done', { text: 'a time' }), goesOn)
    expect(tree && shown(tree)).toEqual(['Hi', 'Once upon a time'])
  })
})

it.each([
  ['Once upon ', 'a time', 'Once upon a time'],
  ['The answer is long and', 'The answer is long and good', 'The answer is long and good'],
  ['A', 'A b', 'AA b'],
])('goes on from %j with %j', (before, text, expected) => {
  expect(continuedText(before, text)).toBe(expected)
})

it('sends a branch by itself while it is asked about', () => {
  const messages = [say('user', 'a', 'Hi'), say('assistant', 'b', 'Ho')]
  const sent = (input: Input) => {
    const { body } = task.request({ model: 'm', input, parameters: {}, stream: false })
    return body.kind === 'json' ? (body.value as { messages: { content: string }[] }).messages : []
  }
  const texts = (input: Input) => sent(input).map(({ content }) => content)
  expect(texts(given(messages, { draft: 'And?' }))).toEqual(['Hi', 'Ho', 'And?'])
  expect(texts(given(messages, { draft: 'And?', asking: 'b' }))).toEqual(['Hi', 'Ho'])
  expect(texts(given(messages, { draft: 'And?', asking: 'a', leaf: 'a' }))).toEqual(['Hi'])
  expect(task.problems(given(messages))).toHaveLength(1)
  expect(task.problems(given(messages, { asking: 'b' }))).toEqual([])
})
