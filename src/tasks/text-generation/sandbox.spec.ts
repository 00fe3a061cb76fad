import { describe, expect, it } from 'vitest'
import { callTask, eventsOfTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

interface Generated {
  generated_text: string
  details?: {
    finish_reason: string
    generated_tokens: number
    tokens: { text: string; logprob: number }[]
  }
}
const PROMPT = 'Once upon a time there was a purple dragon. The purple dragon liked'
const generate = async (parameters: object, inputs = PROMPT) => {
  const [first] = (await callTask(sandbox, {
    inputs,
    parameters: { ...parameters },
  })) as Generated[]
  if (!first) throw new Error('Nothing was generated')
  return first
}

describe('text-generation sandbox', () => {
  it('is certain without sampling and follows the seed with it', async () => {
    const text = async (parameters: object) => (await generate(parameters)).generated_text
    const certain = { do_sample: false }
    expect(await text(certain)).toBe(await text(certain))
    const sampled = (seed: number) => text({ do_sample: true, temperature: 1.2, seed })
    expect(await sampled(1)).toBe(await sampled(1))
    expect(await sampled(1)).not.toBe(await sampled(2))
  })

  it('learns from the prompt', async () => {
    const { generated_text } = await generate(
      { max_new_tokens: 4, do_sample: false },
      'zig zag zog. zig zag zog. zig zag',
    )
    expect(generated_text.startsWith(' zog')).toBe(true)
  })

  it('counts tokens, tells why it ended, and gives probabilities', async () => {
    const { generated_text, details } = await generate({ max_new_tokens: 7, details: true })
    expect(details).toMatchObject({ finish_reason: 'length', generated_tokens: 7 })
    expect(details?.tokens.map(({ text }) => text).join('')).toBe(generated_text)
    for (const { logprob } of details?.tokens ?? []) expect(logprob).toBeLessThanOrEqual(0)
  })

  it('stops at a stop sequence', async () => {
    const { generated_text, details } = await generate({
      max_new_tokens: 200,
      stop: ['.'],
      details: true,
    })
    expect(details?.finish_reason).toBe('stop_sequence')
    expect(generated_text.indexOf('.')).toBe(generated_text.length - 1)
  })

  it('returns the prompt with return_full_text', async () => {
    expect((await generate({ return_full_text: true })).generated_text.startsWith(PROMPT)).toBe(
      true,
    )
  })

  it('narrows with top_k: one token is no choice', async () => {
    const greedy = await generate({ do_sample: false })
    expect((await generate({ top_k: 1, temperature: 2, seed: 5 })).generated_text).toBe(
      greedy.generated_text,
    )
    expect((await generate({ top_p: 0.001, seed: 5 })).generated_text).toBe(greedy.generated_text)
  })

  it('repeats itself less with a penalty', async () => {
    const variety = async (repetition_penalty: number) => {
      const { generated_text } = await generate({
        max_new_tokens: 150,
        repetition_penalty,
        do_sample: false,
      })
      return new Set(generated_text.split(' ')).size
    }
    expect(await variety(3)).toBeGreaterThan(await variety(1))
  })

  it('streams the same text, one token an event, the whole at the end', async () => {
    const parameters = { max_new_tokens: 12, do_sample: true, seed: 9 }
    const events = (await eventsOfTask(sandbox, { inputs: PROMPT, parameters })).map(
      (event) =>
        JSON.parse(event) as {
          token: { text: string }
          generated_text: string | null
          details: unknown
        },
    )
    expect(events).toHaveLength(12)
    const text = events.map(({ token }) => token.text).join('')
    expect(events.slice(0, -1).every(({ generated_text }) => generated_text === null)).toBe(true)
    expect(events.at(-1)).toMatchObject({ generated_text: text, details: { generated_tokens: 12 } })
    expect((await generate(parameters)).generated_text).toBe(text)
  })

  it.each([
    { max_new_tokens: 0 },
    { max_new_tokens: 10000 },
    { top_p: 2 },
    { temperature: -1 },
    { stop: 3 },
  ])('refuses %j', async (parameters) => {
    await expect(generate(parameters)).rejects.toMatchObject({ status: 422 })
  })
})
