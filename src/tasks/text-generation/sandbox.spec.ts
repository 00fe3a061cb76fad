import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/core/json'
import { callTask, eventsOfTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

interface Token {
  text: string
  logprob: number
}

interface Generated {
  generated_text: string
  details?: {
    finish_reason: string
    generated_tokens: number
    tokens: Token[]
    top_tokens?: Token[][]
    prefill?: { text: string; logprob: number | null }[]
    best_of_sequences?: { generated_text: string; tokens: Token[] }[]
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

describe('details', () => {
  const asked = { details: true, max_new_tokens: 5, seed: 3 }
  it('come with the likeliest tokens of each place, in their order', async () => {
    const { details } = await generate({ ...asked, top_n_tokens: 4 })
    expect(details?.top_tokens).toHaveLength(5)
    for (const top of details?.top_tokens ?? []) {
      expect(top).toHaveLength(4)
      const logprobs = top.map(({ logprob }) => logprob)
      expect(logprobs).toEqual([...logprobs].sort((a, b) => b - a))
      expect(logprobs.reduce((sum, each) => sum + Math.exp(each), 0)).toBeLessThanOrEqual(1 + 1e-9)
    }
  })

  it('hold the prompt’s tokens, the first without a probability', async () => {
    const { details } = await generate({ ...asked, decoder_input_details: true })
    const prefill = details?.prefill ?? []
    expect(prefill.map(({ text }) => text).join('')).toBe(PROMPT)
    expect(prefill[0]?.logprob).toBeNull()
    for (const { logprob } of prefill.slice(1)) expect(logprob).toBeLessThan(0)
    const last = await generate({ ...asked, decoder_input_details: true, truncate: 3 })
    expect(last).toMatchObject({ details: { prefill: { length: 3 } } })
  })

  it('hold the sequences that were not chosen, which are less likely', async () => {
    const { generated_text, details } = await generate({ ...asked, best_of: 3 })
    const others = details?.best_of_sequences ?? []
    const sum = (tokens: { logprob: number }[]) =>
      tokens.reduce((all, each) => all + each.logprob, 0)
    expect(others).toHaveLength(2)
    expect(new Set([generated_text, ...others.map((each) => each.generated_text)]).size).toBe(3)
    for (const { tokens } of others)
      expect(sum(tokens)).toBeLessThanOrEqual(sum(details?.tokens ?? []))
  })

  it.each<JsonObject>([{ best_of: 2 }, { decoder_input_details: true }])(
    '%j can’t be streamed',
    async (more) => {
      const call = { inputs: PROMPT, parameters: { ...asked, ...more } }
      await expect(eventsOfTask(sandbox, call)).rejects.toMatchObject({ status: 422 })
    },
  )
})

describe('sampling', () => {
  const words = async (parameters: object) => {
    const { generated_text } = await generate({ max_new_tokens: 120, seed: 4, ...parameters })
    return generated_text.split(' ')
  }
  it('repeats itself less with a frequency penalty', async () => {
    const plain = new Set(await words({ do_sample: false }))
    const penalised = new Set(await words({ do_sample: false, frequency_penalty: 1.5 }))
    expect(penalised.size).toBeGreaterThan(plain.size)
  })
  it('narrows with typical_p', async () => {
    expect(await words({ typical_p: 0.2 })).not.toEqual(await words({}))
  })
})

describe('a completion', () => {
  const complete = (body: object) =>
    callTask(sandbox, { body: { model: 'm', prompt: PROMPT, seed: 5, max_tokens: 6, ...body } })
  interface Logprobs {
    tokens: string[]
    token_logprobs: (number | null)[]
    text_offset: number[]
    top_logprobs: (Record<string, number> | null)[]
  }
  interface Completion {
    choices: { text: string; finish_reason: string; logprobs: Logprobs | null }[]
    usage: object
  }

  it('is what the other dialect writes', async () => {
    const { choices, usage } = (await complete({})) as Completion
    const { generated_text } = await generate({ seed: 5, max_new_tokens: 6 })
    expect(choices).toMatchObject([
      { text: generated_text, finish_reason: 'length', logprobs: null },
    ])
    expect(usage).toMatchObject({ completion_tokens: 6 })
  })
  it('echoes the prompt, and tells of its tokens', async () => {
    const { choices } = (await complete({ echo: true, logprobs: 2 })) as Completion
    const [choice] = choices
    expect(choice?.text.startsWith(PROMPT)).toBe(true)
    expect(choice?.logprobs?.tokens.join('')).toBe(choice?.text)
    expect(choice?.logprobs?.token_logprobs[0]).toBeNull()
    expect(choice?.logprobs?.text_offset.at(-1)).toBe(
      (choice?.text.length ?? 0) - (choice?.logprobs?.tokens.at(-1)?.length ?? 0),
    )
    expect(Object.keys(choice?.logprobs?.top_logprobs.at(-1) ?? {})).toHaveLength(2)
  })
  it('ends before a stop sequence, and gives as many choices as asked for', async () => {
    const body = { stop: '.', max_tokens: 200, n: 2 }
    const { choices } = (await complete(body)) as Completion
    expect(choices).toHaveLength(2)
    for (const { text, finish_reason } of choices) {
      expect(text).not.toContain('.')
      expect(finish_reason).toBe('stop')
    }
  })
  it('streams the same', async () => {
    const body = { model: 'm', prompt: PROMPT, seed: 5, max_tokens: 6, logprobs: 1 }
    const events = await eventsOfTask(sandbox, {
      body: { ...body, stream_options: { include_usage: true } },
    })
    const chunks = events.slice(0, -1).map((event) => JSON.parse(event) as Completion)
    const { choices, usage } = (await complete({ logprobs: 1 })) as Completion
    expect(events.at(-1)).toBe('[DONE]')
    expect(chunks.flatMap((chunk) => chunk.choices.map(({ text }) => text)).join('')).toBe(
      choices[0]?.text,
    )
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage })
  })
  it.each([{ prompt: '' }, { logprobs: 'x' }, { n: 0 }, { max_tokens: -1 }])(
    'refuses %j',
    async (body) => {
      await expect(complete(body)).rejects.toMatchObject({ status: 422 })
    },
  )
})
