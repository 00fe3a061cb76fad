import type { JsonObject } from '@/core/json'
import { SandboxError } from '@/core/sandbox'
import { booleanAt, choiceAt, numberAt, objectAt } from './parameters'

/** How long a generated text is to be, in tokens, and how many of them are asked for. */
export interface GenerateOptions {
  readonly minLength: number
  readonly maxLength: number | undefined
  readonly count: number
}

/** Tokens. */
const LONGEST = 4096

const truncations = ['do_not_truncate', 'longest_first', 'only_first', 'only_second'] as const

/**
 * The parameters that summarization, translation and text-to-text generation share. Lengths stand in
 * `generate_parameters`, or beside it as older clients sent them. Throws SandboxError for a wrong one.
 */
export function generateOptions(parameters: JsonObject): GenerateOptions {
  booleanAt(parameters, 'clean_up_tokenization_spaces')
  choiceAt(parameters, 'truncation', truncations)
  const all = { ...parameters, ...objectAt(parameters, 'generate_parameters') }
  const length = (name: string, min: number) =>
    numberAt(all, name, { min, max: LONGEST, integer: true })
  const minLength = length('min_new_tokens', 0) ?? length('min_length', 0) ?? 0
  const maxLength = length('max_new_tokens', 1) ?? length('max_length', 1)
  if (maxLength !== undefined && minLength > maxLength) {
    throw new SandboxError(
      `Unfeasible length constraints: \`min_length\` (${minLength}) is larger than the maximum length (${maxLength})`,
    )
  }
  const count = numberAt(all, 'num_return_sequences', { min: 1, max: 10, integer: true }) ?? 1
  return { minLength, maxLength, count }
}
