import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { tokenId, tokenise } from '@/sandbox/lib/tokens'
import { readWriterOptions, type WriterOptions } from '@/sandbox/lib/writer/options'
import { write, type FinishReason, type WrittenToken } from '@/sandbox/lib/writer/write'

/** Continues a text with an n-gram writer, in the shapes of text-generation-inference. */
const sandbox: SandboxTask = {
  id: 'text-generation',
  media: false,
  reply({ inputs, parameters, stream }) {
    if (typeof inputs !== 'string' || inputs === '') {
      throw new SandboxError('Input validation error: `inputs` must be a string that is not empty')
    }
    const options = readWriterOptions(parameters, tokenise(inputs).length)
    return stream
      ? { kind: 'events', events: streamed(inputs, options) }
      : { kind: 'json', value: [whole(inputs, options)] }
  },
}

const wire = ({ id, text, logprob, special }: Omit<WrittenToken, 'top'>) => ({
  id,
  text,
  logprob,
  special,
})

function whole(prompt: string, options: WriterOptions) {
  const writing = write(prompt, options)
  const tokens: WrittenToken[] = []
  let step = writing.next()
  for (; !step.done; step = writing.next()) tokens.push(step.value)
  const text = tokens.map((token) => token.text).join('')
  const generated_text = options.returnFullText ? prompt + text : text
  if (!options.details) return { generated_text }
  const top =
    options.topNTokens > 0 ? { top_tokens: tokens.map((token) => token.top.map(wire)) } : {}
  const details = {
    ...detailsOf(step.value, tokens.length, options.seed),
    prefill: options.prefill
      ? tokenise(prompt).map((token) => ({ id: tokenId(token), text: token, logprob: null }))
      : [],
    tokens: tokens.map(wire),
    ...top,
  }
  return { generated_text, details }
}

const detailsOf = (finish_reason: FinishReason, generated_tokens: number, seed: number) => ({
  finish_reason,
  generated_tokens,
  seed,
})

/** One event a token; the last carries the whole text and its details. */
function* streamed(prompt: string, options: WriterOptions): Generator<string> {
  const writing = write(prompt, options)
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
      details: step.done
        ? { ...detailsOf(step.value, index, options.seed), input_length: tokenise(prompt).length }
        : null,
    })
  }
}

export default sandbox
