import { SandboxError } from '@/core/sandbox'
import type { WriterOptions } from './options'
import {
  prefillOf,
  readTokens,
  write,
  writeAll,
  type FinishReason,
  type WriterToken,
  type Written,
} from './write'

/** What is written, in the shapes of text-generation-inference. */

const wire = ({ id, text, logprob, special }: WriterToken) => ({ id, text, logprob, special })

/** `{generated_text, details}`. */
export function generatedOf(prompt: string, options: WriterOptions) {
  const [best, ...others] = writeAll(prompt, options)
  const textOf = ({ text }: Written) => (options.returnFullText ? prompt + text : text)
  if (!options.details) return { generated_text: textOf(best) }
  const prefill = options.prefill
    ? prefillOf(prompt, options).map(({ id, text, logprob }) => ({ id, text, logprob }))
    : []
  const detailsOf = (written: Written) => ({
    ...endOf(written.finishReason, written.tokens.length, written.seed),
    prefill,
    tokens: written.tokens.map(wire),
    ...(options.topNTokens > 0
      ? { top_tokens: written.tokens.map(({ top }) => top.map(wire)) }
      : {}),
  })
  const best_of_sequences = others.map((other) => ({
    generated_text: textOf(other),
    ...detailsOf(other),
  }))
  const beside = others.length > 0 ? { best_of_sequences } : {}
  return { generated_text: textOf(best), details: { ...detailsOf(best), ...beside } }
}

const endOf = (finish_reason: FinishReason, generated_tokens: number, seed: number) => ({
  finish_reason,
  generated_tokens,
  seed,
})

/** One event a token; the last carries the whole text and its details. Throws SandboxError 422 for what can't stream. */
export function eventsOf(prompt: string, options: WriterOptions): Iterable<string> {
  const refuse = (what: string) => {
    throw new SandboxError(`Input validation error: ${what} is not supported when streaming tokens`)
  }
  if (options.bestOf > 1) refuse('`best_of` != 1')
  if (options.prefill) refuse('`decoder_input_details` == true')
  return streamed(prompt, options)
}

function* streamed(prompt: string, options: WriterOptions): Generator<string> {
  const writing = write(prompt, options)
  const input_length = readTokens(prompt, options).length
  let text = ''
  let step = writing.next()
  for (let index = 1; !step.done; index++) {
    const token = step.value
    text += token.text
    step = writing.next()
    const top = options.topNTokens > 0 ? { top_tokens: token.top.map(wire) } : {}
    yield JSON.stringify({
      index,
      token: wire(token),
      ...top,
      generated_text: step.done ? (options.returnFullText ? prompt + text : text) : null,
      details: step.done ? { ...endOf(step.value, index, options.seed), input_length } : null,
    })
  }
}
