import { describe, expect, it } from 'vitest'
import { ErrorReply } from '@/core/reply'
import type { Chunk } from '@/core/exchange'
import type { Output } from './output'
import { fold, parseChat } from './parse'

const json = (value: unknown) => ({ kind: 'json', value, text: '' }) as const
const event = (value: unknown): Chunk => ({
  at: 0,
  data: typeof value === 'string' ? value : JSON.stringify(value),
})
const folded = (...values: unknown[]): Output => values.map(event).reduce(fold.step, fold.start())
const delta = (piece: unknown, more = {}) => ({ choices: [{ index: 0, delta: piece, ...more }] })
const message = (value: unknown, more = {}) => ({
  choices: [{ index: 0, message: value, ...more }],
})

describe('a whole reply', () => {
  const plain = { text: 'Two.', reasoning: '', toolCalls: [] }
  const rows: [name: string, reply: unknown, expected: unknown][] = [
    ['a text', message({ role: 'assistant', content: 'Two.' }), plain],
    [
      'a thought in the text',
      message({ content: '<think>1+1</think>\n\nTwo.' }),
      { ...plain, reasoning: '1+1' },
    ],
    ['reasoning', message({ content: 'Two.', reasoning: '1+1' }), { ...plain, reasoning: '1+1' }],
    [
      'reasoning_content',
      message({ content: 'Two.', reasoning_content: '1+1' }),
      { ...plain, reasoning: '1+1' },
    ],
    [
      'the same reasoning under both names',
      message({ content: 'Two.', reasoning: '1+1', reasoning_content: '1+1' }),
      { ...plain, reasoning: '1+1' },
    ],
    [
      'parts',
      message({
        content: [
          { type: 'thinking', thinking: [{ text: '1+1' }] },
          { type: 'text', text: 'Two.' },
        ],
      }),
      { ...plain, reasoning: '1+1' },
    ],
    [
      'a refusal',
      message({ content: null, refusal: 'I can not.' }),
      { ...plain, text: 'I can not.' },
    ],
    [
      'a tool call',
      message({
        content: null,
        tool_calls: [{ id: 'c1', type: 'function', function: { name: 'f', arguments: '{"a":1}' } }],
      }),
      { text: '', reasoning: '', toolCalls: [{ id: 'c1', name: 'f', arguments: '{"a":1}' }] },
    ],
    [
      'a tool call of TGI',
      message({ tool_calls: [{ id: 0, function: { name: 'f', arguments: { a: 1 } } }] }),
      { text: '', reasoning: '', toolCalls: [{ id: '0', name: 'f', arguments: '{"a":1}' }] },
    ],
    ['[{generated_text}]', [{ generated_text: 'Two.' }], plain],
    ['{generated_text}', { generated_text: 'Two.' }, plain],
    [
      'generated messages',
      [
        {
          generated_text: [
            { role: 'user', content: '1+1?' },
            { role: 'assistant', content: 'Two.' },
          ],
        },
      ],
      plain,
    ],
    [
      'the body of 2023',
      { generated_text: 'Two.', conversation: { past_user_inputs: [], generated_responses: [] } },
      plain,
    ],
    ['error: null beside it', { error: null, ...message({ content: 'Two.' }) }, plain],
  ]
  it.each(rows)('%s', (_name, reply, expected) => {
    const output = parseChat(json(reply))
    expect(output.message).toEqual(expected)
    expect(output.endedProperly).toBe(true)
  })

  it('tells the reason to finish, the usage and the model', () => {
    const usage = { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 }
    const reply = { ...message({ content: 'x' }, { finish_reason: 'length' }), usage, model: 'm' }
    expect(parseChat(json(reply))).toMatchObject({
      finishReason: 'length',
      usage: { promptTokens: 1, completionTokens: 2, totalTokens: 3 },
      model: 'm',
    })
  })

  it('keeps every choice', () => {
    const choices = ['a', 'b'].map((content, index) => ({ index, message: { content } }))
    const output = parseChat(json({ choices }))
    expect(output.choices.map((choice) => choice.message.text)).toEqual(['a', 'b'])
    expect(output.message.text).toBe('a')
  })
})

describe('a stream', () => {
  it('grows piece by piece and ends with [DONE]', () => {
    const open = folded(
      delta({ role: 'assistant', content: '' }),
      delta({ content: 'To' }),
      delta({ content: ' be' }),
    )
    expect(open.message.text).toBe('To be')
    expect(fold.ended(open)).toBe(false)
    const done = folded(delta({ content: 'To be' }), '[DONE]')
    expect(done.message.text).toBe('To be')
    expect(fold.ended(done)).toBe(true)
  })
  it('ends with a reason to finish where there is no [DONE]', () => {
    const output = folded(delta({ content: 'x' }), delta({}, { finish_reason: 'stop' }))
    expect(output.finishReason).toBe('stop')
    expect(fold.ended(output)).toBe(true)
  })
  it('waits for all choices', () => {
    const piece = (index: number, more = {}) => ({
      choices: [{ index, delta: { content: `${index}` }, ...more }],
    })
    const half = folded(piece(0), piece(1), piece(0, { finish_reason: 'stop' }))
    expect(fold.ended(half)).toBe(false)
    expect(half.choices.map((choice) => choice.message.text)).toEqual(['00', '1'])
    expect(fold.ended([event(piece(1, { finish_reason: 'stop' }))].reduce(fold.step, half))).toBe(
      true,
    )
  })
  it('takes the usage of the last chunk, which has no choice', () => {
    const usage = { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 }
    const output = folded(
      { ...delta({ content: 'x' }), usage: null },
      { choices: [], usage },
      '[DONE]',
    )
    expect(output.usage?.totalTokens).toBe(3)
    expect(output.message.text).toBe('x')
  })
  it('parts thoughts from the answer, also when tags are cut', () => {
    const pieces = ['<th', 'ink>1', '+1</', 'thi', 'nk>\n\nTw', 'o.'].map((content) =>
      delta({ content }),
    )
    expect(folded(...pieces).message).toMatchObject({ reasoning: '1+1', text: 'Two.' })
  })
  it('takes reasoning under each of its names', () => {
    const output = folded(
      delta({ reasoning: 'a' }),
      delta({ reasoning_content: 'b' }),
      delta({ content: 'c' }),
    )
    expect(output.message).toMatchObject({ reasoning: 'ab', text: 'c' })
  })
  it('joins the pieces of tool calls', () => {
    const call = (index: number | undefined, more: object) =>
      delta({ tool_calls: [{ index, ...more }] })
    const output = folded(
      call(0, { id: 'c1', function: { name: 'f', arguments: '' } }),
      call(0, { function: { arguments: '{"a"' } }),
      call(1, { id: 'c2', function: { name: 'g', arguments: '{' } }),
      call(0, { function: { arguments: ':1}' } }),
      call(1, { function: { arguments: '}' } }),
    )
    expect(output.message.toolCalls).toEqual([
      { id: 'c1', name: 'f', arguments: '{"a":1}' },
      { id: 'c2', name: 'g', arguments: '{}' },
    ])
  })
  it('joins the pieces of tool calls without an index', () => {
    const output = folded(
      delta({ tool_calls: [{ id: 'c1', function: { name: 'f', arguments: '{' } }] }),
      delta({ tool_calls: [{ function: { arguments: '}' } }] }),
      delta({ tool_calls: [{ id: 'c2', function: { name: 'g', arguments: '{}' } }] }),
    )
    expect(output.message.toolCalls.map((call) => call.name + call.arguments)).toEqual([
      'f{}',
      'g{}',
    ])
  })
  const begin = (name: string, more: object = {}) => ({
    ...more,
    function: { name, arguments: '{"a":' },
  })
  const goOn = (more: object = {}) => ({ ...more, function: { arguments: '1}' } })
  const pieces: [name: string, deltas: object[][], calls: string[]][] = [
    [
      'all numbered 0, told apart by their ids',
      [
        [begin('f', { index: 0, id: 'a' })],
        [goOn({ index: 0 })],
        [begin('f', { index: 0, id: 'b' })],
        [goOn({ index: 0 })],
      ],
      ['af{"a":1}', 'bf{"a":1}'],
    ],
    [
      'numbered from 1, in turn',
      [
        [begin('f', { index: 1, id: 'a' }), begin('g', { index: 2, id: 'b' })],
        [goOn({ index: 1 }), goOn({ index: 2 })],
      ],
      ['af{"a":1}', 'bg{"a":1}'],
    ],
    [
      'an id of its own for every piece',
      [[begin('f', { index: 0, id: 'a' })], [goOn({ index: 0, id: 'b' })]],
      ['af{"a":1}'],
    ],
    [
      'neither number nor id',
      [[begin('f')], [goOn()], [begin('f')], [goOn()]],
      ['f{"a":1}', 'f{"a":1}'],
    ],
    [
      'two whole ones at once',
      [[{ function: { name: 'f', arguments: '{}' } }, begin('g')]],
      ['f{}', 'g{"a":'],
    ],
    [
      'the name with every piece',
      [[begin('f')], [{ function: { name: 'f', arguments: '1}' } }]],
      ['f{"a":1}'],
    ],
  ]
  it.each(pieces)('joins calls: %s', (_name, deltas, calls) => {
    const output = folded(...deltas.map((tool_calls) => delta({ tool_calls })))
    expect(output.message.toolCalls.map((call) => call.id + call.name + call.arguments)).toEqual(
      calls,
    )
  })
  it('keeps calls of a whole message apart, whatever their numbers', () => {
    const tool_calls = [begin('f', { index: 0 }), begin('f', { index: 0 })]
    expect(parseChat(json(message({ tool_calls }))).message.toolCalls).toHaveLength(2)
  })
  it('throws the words of an error, and takes error: null for none', () => {
    expect(() => folded(delta({ content: 'x' }), { error: { message: 'Overloaded' } })).toThrow(
      new ErrorReply('Overloaded'),
    )
    expect(folded({ error: null, ...delta({ content: 'x' }) }).message.text).toBe('x')
  })
  it('leaves the output as it is for what it does not know', () => {
    const before = folded(delta({ content: 'x' }))
    for (const odd of ['', 'ping', '{"cut', '[]', '{"choices":3}', '{"choices":[null]}']) {
      expect(fold.step(before, event(odd)).message).toEqual(before.message)
    }
    expect(fold.step(before, event(delta({ content: 'y' }, { index: 1e9 }))).choices).toHaveLength(
      1,
    )
  })
  it('is read by the parser too, when it comes unasked', () => {
    const chunks = [delta({ content: 'x' }), '[DONE]'].map(event)
    expect(parseChat({ kind: 'events', chunks })).toEqual(folded(delta({ content: 'x' }), '[DONE]'))
  })
  it('costs the same for each chunk, however long the reply', () => {
    const chunk = event(delta({ content: 'word < ' }))
    const time = (count: number) => {
      const started = performance.now()
      let output = fold.start()
      for (let at = 0; at < count; at++) output = fold.step(output, chunk)
      expect(output.message.text).toHaveLength(count * 7)
      return performance.now() - started
    }
    time(2_000)
    const [short, long] = [time(4_000), time(64_000)]
    // Sixteen times the chunks; a fold that read its text again would take 256 times as long.
    expect(long).toBeLessThan(Math.max(short, 5) * 64)
  })
})
