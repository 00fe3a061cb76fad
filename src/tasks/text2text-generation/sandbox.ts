import type { SandboxTask } from '@/core/sandbox'
import { generateOptions, type GenerateOptions } from '@/sandbox/lib/generate-options'
import { follow } from '@/sandbox/lib/instructions/follow'
import { textInput } from '@/sandbox/lib/parameters'
import { tokenId, tokenise } from '@/sandbox/lib/tokens'
import { readWriterOptions } from '@/sandbox/lib/writer/options'
import { write } from '@/sandbox/lib/writer/write'

/** Tokens of a text that no rule fits, and that is continued instead. */
const CONTINUATION = 20

/** Follows simple instructions by rules; continues a text that is none with the n-gram writer. */
const sandbox: SandboxTask = {
  id: 'text2text-generation',
  media: false,
  reply({ inputs, parameters, stream }) {
    const options = generateOptions(parameters)
    const texts: readonly unknown[] = Array.isArray(inputs) ? inputs : [inputs]
    const answers = texts.flatMap((text) => answersTo(textInput(text), options))
    return stream
      ? { kind: 'events', events: streamed(answers[0] ?? '') }
      : { kind: 'json', value: answers.map((generated_text) => ({ generated_text })) }
  },
}

function answersTo(text: string, options: GenerateOptions): readonly string[] {
  const answers = follow(text, options) ?? [continued(text, options)]
  return answers.map((answer) => tokenise(answer).slice(0, options.maxLength).join(''))
}

function continued(prompt: string, { maxLength = CONTINUATION }: GenerateOptions): string {
  const parameters = { max_new_tokens: maxLength, do_sample: false }
  const options = readWriterOptions(parameters, tokenise(prompt).length)
  return [...write(prompt, options)]
    .map(({ text }) => text)
    .join('')
    .trim()
}

/** As text-generation-inference does: one event a token, and the mark of the end with the whole text. A rule is certain. */
function* streamed(text: string): Generator<string> {
  for (const token of tokenise(text)) yield event(tokenId(token), token, null)
  yield event(1, '</s>', text)
}

function event(id: number, text: string, generated_text: string | null): string {
  const token = { id, text, logprob: 0, special: generated_text !== null }
  return JSON.stringify({ token, generated_text, details: null })
}

export default sandbox
