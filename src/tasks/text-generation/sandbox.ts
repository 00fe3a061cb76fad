import { isObject } from '@/core/json'
import { SandboxError, type SandboxCall, type SandboxReply, type SandboxTask } from '@/core/sandbox'
import { tokenise } from '@/sandbox/lib/tokens'
import {
  completionChunks,
  completionOf,
  readCompletionOptions,
  writerParameters,
} from '@/sandbox/lib/writer/completion'
import { readWriterOptions } from '@/sandbox/lib/writer/options'
import { eventsOf, generatedOf } from '@/sandbox/lib/writer/tgi'

/** Continues a text with an n-gram writer, in the shapes of text-generation-inference and of /v1/completions. */
const sandbox: SandboxTask = {
  id: 'text-generation',
  media: false,
  reply(call) {
    const { body, inputs, parameters, stream } = call
    if (isObject(body) && !('inputs' in body) && 'prompt' in body) return complete(call, body)
    const prompt = promptOf(inputs, 'inputs')
    const options = readWriterOptions(parameters, tokenise(prompt).length)
    return stream
      ? { kind: 'events', events: eventsOf(prompt, options) }
      : { kind: 'json', value: [generatedOf(prompt, options)] }
  },
}

function complete({ model, stream }: SandboxCall, body: Record<string, unknown>): SandboxReply {
  const prompt = promptOf(Array.isArray(body.prompt) ? body.prompt[0] : body.prompt, 'prompt')
  const options = readCompletionOptions(body)
  const writer = readWriterOptions(writerParameters(body), tokenise(prompt).length)
  return stream
    ? { kind: 'events', events: completionChunks(model, prompt, writer, options) }
    : { kind: 'json', value: completionOf(model, prompt, writer, options) }
}

function promptOf(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw new SandboxError(`Input validation error: \`${name}\` must be a string that is not empty`)
}

export default sandbox
