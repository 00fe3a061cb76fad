import { isListOf, isObject, isString } from '@/core/json'
import { SandboxError } from '@/core/sandbox'
import { booleanAt, choiceAt, textAt, textInput } from '../parameters'
import { sleep } from '../sleep'
import type { EmbedOptions } from './embed'

/** Prompts as a model's configuration names them. */
const PROMPTS: Readonly<Record<string, string>> = { query: 'query: ', passage: 'passage: ' }

/** The options at the root of a body. Throws SandboxError 422 for one that no service takes. */
export function embedOptions(body: unknown): EmbedOptions {
  const fields = isObject(body) ? body : {}
  const name = textAt(fields, 'prompt_name')
  const prompt = name === undefined ? '' : PROMPTS[name]
  if (prompt === undefined) {
    const known = Object.keys(PROMPTS).join(', ')
    throw new SandboxError(
      `\`prompt_name\` ${JSON.stringify(name)} is none of the prompts: ${known}`,
    )
  }
  return {
    normalize: booleanAt(fields, 'normalize') ?? true,
    prompt,
    truncate: booleanAt(fields, 'truncate') ?? false,
    truncationDirection: choiceAt(fields, 'truncation_direction', ['left', 'right']) ?? 'right',
  }
}

/** Texts of one call: services have such a bound too, and a reply of many more vectors is too large to show. */
export const MAX_BATCH = 512

/** Throws SandboxError 422 for a longer list of texts than is embedded in one call. */
export function checkBatch(inputs: unknown): void {
  if (!Array.isArray(inputs) || inputs.length <= MAX_BATCH) return
  throw new SandboxError(
    `batch size ${inputs.length} > maximum allowed batch size ${MAX_BATCH}: send fewer texts at once`,
  )
}

/** Answers a text with one result, a list of texts with a list. Throws SandboxError 422 for anything else. */
export async function embedEach<Result>(
  inputs: unknown,
  embed: (text: string) => Result,
  signal: AbortSignal,
): Promise<Result | readonly Result[]> {
  if (!Array.isArray(inputs)) return embed(textInput(inputs))
  if (!isListOf(inputs, isString)) throw new SandboxError('`inputs` must be a list of strings')
  if (inputs.length === 0) throw new SandboxError('`inputs` cannot be empty')
  const results: Result[] = []
  for (const [at, text] of inputs.entries()) {
    // Long lists leave the page its turn.
    if (at % 200 === 199) await sleep(0, signal)
    results.push(embed(text))
  }
  return results
}
