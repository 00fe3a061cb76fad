import { describe, expect, it } from 'vitest'
import { callTask, eventsOfTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

const generateAll = async (inputs: unknown, parameters = {}) =>
  ((await callTask(sandbox, { inputs, parameters })) as { generated_text: string }[]).map(
    ({ generated_text }) => generated_text,
  )
const generate = async (inputs: unknown, parameters = {}) =>
  (await generateAll(inputs, parameters))[0]

describe('text2text-generation sandbox', () => {
  it.each([
    ['translate English to German: My name is Wolfgang', 'Mein Name ist Wolfgang'],
    ['Translate from English to French: Thank you!', 'Merci!'],
    ['one plus two equals', 'three'],
    ['What is 3 * (4 + 1)?', '15'],
    ['twenty divided by eight', '2.5'],
    ['计算：3 乘以 4 等于多少？', '12'],
    ['repeat "one two three four"', 'one two three four'],
    ['uppercase: Grüße', 'GRÜSSE'],
    ['lowercase: LOUD', 'loud'],
    ['reverse: abc', 'cba'],
    ['reverse the words of: one two', 'two one'],
    ['sort: pear, apple, fig', 'apple, fig, pear'],
    ['count the words in "one two three"', '3'],
    ['first 2 words of: one two three', 'one two'],
    ['replace cat with dog in: a cat sat', 'a dog sat'],
    [
      'question: Where does Clara live? context: I live in Berlin. Clara lives in Hamburg.',
      'Hamburg',
    ],
    ['context: The tower is 324 metres tall. question: How tall is the tower?', '324 metres'],
    ['问题：李雷住在哪里？上下文：韩梅梅住在上海。李雷住在北京。', '北京'],
    ['sst2 sentence: it was a wonderful film', 'positive'],
    ['Is this review positive or negative? A horrible, boring mess', 'negative'],
    [
      'mnli premise: A man is playing a guitar hypothesis: A man is not playing a guitar',
      'contradiction',
    ],
  ])('%s', async (text, expected) => {
    expect(await generate(text)).toBe(expected)
  })

  it('summarizes', async () => {
    const text =
      'The red fox lives in the wood. It rained. A fox eats mice, and the fox hunts at night.'
    const summary = await generate(`summarize: ${text}`)
    expect(text).toContain(summary)
    expect(summary).toContain('fox')
  })

  it('continues a text that tells it to do nothing, up to the length that is asked for', async () => {
    const prompt = 'zig zag zog. zig zag zog. zig zag'
    expect(await generate(prompt)).toMatch(/^zog/)
    expect(await generate(prompt, { generate_parameters: { max_new_tokens: 1 } })).toBe('zog')
  })

  it('takes a list', async () => {
    expect(await generateAll(['uppercase: a', 'uppercase: b'])).toEqual(['A', 'B'])
  })

  it('streams the same text, with the mark of its end', async () => {
    const events = (await eventsOfTask(sandbox, { inputs: 'repeat "one two three four"' })).map(
      (event) => JSON.parse(event) as { token: { text: string; special: boolean } },
    )
    expect(events.map(({ token }) => token.text)).toEqual([
      'one',
      ' two',
      ' three',
      ' four',
      '</s>',
    ])
    expect(events.at(-1)).toMatchObject({ generated_text: 'one two three four' })
    expect(events.map(({ token }) => token.special)).toEqual([false, false, false, false, true])
  })

  it.each([
    ['', {}],
    [{ text: 'x' }, {}],
    ['x', { generate_parameters: { max_new_tokens: 0 } }],
    ['x', { truncation: 3 }],
  ])('refuses %j with %j', async (inputs, parameters) => {
    await expect(generate(inputs, parameters)).rejects.toMatchObject({ status: 422 })
  })
})
