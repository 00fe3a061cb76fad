import { describe, expect, it } from 'vitest'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

interface Answer {
  readonly answer: string
  readonly score: number
  readonly start: number
  readonly end: number
}
const ask = (question: unknown, context: unknown, parameters = {}) =>
  callTask(sandbox, { inputs: { question, context }, parameters })
const amazon =
  'The Amazon rainforest, also known in English as Amazonia or the Amazon Jungle, covers most of the Amazon basin. It lies in Brazil. The forest was mapped by Maria Silva in 1987. It has 390 billion trees.'

describe('question-answering sandbox', () => {
  it.each([
    ['What is my name?', 'My name is Clara and I live in Berkeley.', 'Clara'],
    ['Where do I live?', 'My name is Clara and I live in Berkeley.', 'Berkeley'],
    ['What is the capital of France?', 'The capital of France is Paris.', 'Paris'],
    ['Which name is also used for the Amazon rainforest in English?', amazon, 'Amazonia'],
    ['Who mapped the forest?', amazon, 'Maria Silva'],
    ['When was the forest mapped?', amazon, '1987'],
    ['How many trees does it have?', amazon, '390 billion trees'],
    ['长城位于哪里？', '长城是古代的军事工程。长城主要位于中国北方，总长超过两万千米。', '中国'],
    [
      '长城总长多少？',
      '长城是古代的军事工程。长城主要位于中国北方，总长超过两万千米。',
      '两万千米',
    ],
  ])('%s', async (question, context, answer) => {
    const reply = (await ask(question, context)) as Answer
    expect(reply.answer).toContain(answer)
    expect(reply.answer).toBe([...context].slice(reply.start, reply.end).join(''))
    expect(reply.score).toBeGreaterThan(0.2)
    expect(reply.score).toBeLessThan(1)
  })

  it('follows the context: another name, another answer', async () => {
    expect(await ask('What is my name?', 'My name is Omar.')).toMatchObject({ answer: 'Omar' })
  })

  it('counts code points, as the services do', async () => {
    const reply = await ask('What is my name?', '🐈🐈 My name is Clara.')
    expect(reply).toMatchObject({ answer: 'Clara', start: 14, end: 19 })
  })

  it('gives top_k answers, likeliest first, each in its place', async () => {
    const answers = (await ask('Where does the forest lie?', amazon, { top_k: 3 })) as Answer[]
    expect(answers.length).toBeGreaterThan(1)
    expect(answers.length).toBeLessThanOrEqual(3)
    const scores = answers.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((one, other) => other - one))
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(1)
    for (const { answer, start, end } of answers) expect(amazon.slice(start, end)).toBe(answer)
  })

  it('can say that there is no answer', async () => {
    const parameters = { handle_impossible_answer: true }
    const none = { answer: '', start: 0, end: 0 }
    expect(await ask('Who painted the Mona Lisa?', amazon, parameters)).toMatchObject(none)
    expect(await ask('Who mapped the forest?', amazon, parameters)).toMatchObject({
      answer: 'Maria Silva',
    })
  })

  it('keeps to max_answer_len', async () => {
    const answers = (await ask('Who mapped the forest?', amazon, {
      top_k: 20,
      max_answer_len: 1,
    })) as Answer[]
    expect(answers.every(({ answer }) => !answer.includes(' '))).toBe(true)
  })

  it.each([
    ['', 'x', {}],
    ['x', '', {}],
    ['x', undefined, {}],
    ['x', 'y', { top_k: 0 }],
    ['x', 'y', { handle_impossible_answer: 'no' }],
  ])('refuses %j over %j with %j', async (question, context, parameters) => {
    await expect(ask(question, context, parameters)).rejects.toMatchObject({ status: 422 })
  })
})
