import { describe, expect, it } from 'vitest'
import { sentencesOf } from '@/core/sentences'
import { callTask } from '@/sandbox/lib/test-call'
import { tokenise } from '@/sandbox/lib/tokens'
import { bees, chinese, tower } from './examples'
import sandbox from './sandbox'

const summarize = async (inputs: unknown, parameters = {}) =>
  ((await callTask(sandbox, { inputs, parameters })) as { summary_text: string }[]).map(
    ({ summary_text }) => summary_text,
  )
const first = async (inputs: unknown, parameters = {}) =>
  (await summarize(inputs, parameters))[0] ?? ''

describe('summarization sandbox', () => {
  it.each([
    ['English', tower],
    ['more English', bees],
    ['Chinese', chinese],
  ])('takes some whole sentences of %s, in their order', async (_name, text) => {
    const source = sentencesOf(text).map((sentence) => sentence.text)
    const places = sentencesOf(await first(text)).map((each) => source.indexOf(each.text))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places.length).toBeLessThan(source.length / 1.5)
  })

  it('follows the text: what is said most comes in', async () => {
    const filler = 'Yesterday somebody went outside. Later nothing happened anywhere.'
    const about = (thing: string) =>
      `The ${thing} museum opened a ${thing} hall. ${filler} Every ${thing} in the ${thing} hall is old.`
    expect(await first(about('clock'))).toContain('clock')
    expect(await first(`${filler} ${about('train')}`)).toContain('train')
  })

  it.each([
    ['max_length', { max_length: 12 }],
    ['max_new_tokens inside generate_parameters', { generate_parameters: { max_new_tokens: 12 } }],
  ])('honours %s', async (_name, parameters) => {
    const summary = await first(bees, parameters)
    expect(tokenise(summary).length).toBeLessThanOrEqual(12)
    expect(summary).not.toBe('')
  })

  it('honours min_length', async () => {
    expect(tokenise(await first(bees)).length).toBeLessThan(100)
    expect(tokenise(await first(bees, { min_length: 100 })).length).toBeGreaterThanOrEqual(100)
  })

  it('gives several, each another', async () => {
    const summaries = await summarize(bees, { generate_parameters: { num_return_sequences: 3 } })
    expect(new Set(summaries).size).toBe(3)
  })

  it('takes a list', async () => {
    expect(await summarize([tower, bees])).toEqual([await first(tower), await first(bees)])
  })

  it.each([
    ['', {}],
    [undefined, {}],
    [[], { truncation: 'some' }],
    ['x', { max_length: 0 }],
    ['x', { min_length: 20, max_length: 10 }],
    ['x', { generate_parameters: 3 }],
    ['x', { clean_up_tokenization_spaces: 'yes' }],
  ])('refuses %j with %j', async (inputs, parameters) => {
    await expect(summarize(inputs, parameters)).rejects.toMatchObject({ status: 422 })
  })
})
