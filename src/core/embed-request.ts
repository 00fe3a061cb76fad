import { jsonBody } from './body'
import { textProblems, textsProblems } from './checks'
import type { FilledInput, GivenBody } from './given-body'
import { fillByNames } from './incoming/fill'
import { isListOf, isString, type Json, type JsonObject } from './json'
import { linesOf } from './lines'
import { oneLine } from './one-line'
import type { Problem } from './problem'
import type { RequestBody } from './request'

/** What the pages of embeddings hold. */
export interface EmbedInput {
  readonly inputs: string
  /** `text`: one text as it is. `lines`: each line is a text of its own. */
  readonly split: 'text' | 'lines'
}

export const emptyEmbedInput: EmbedInput = { inputs: '', split: 'text' }

/** The texts that are sent, in their order. */
export function textsOf({ inputs, split }: EmbedInput): readonly string[] {
  return split === 'lines' ? linesOf(inputs) : [inputs]
}

/** `inputs` as documented: a text, or a list of texts. */
export function embedInputs(input: EmbedInput): Json {
  return input.split === 'lines' ? linesOf(input.inputs) : input.inputs
}

/** The documented body: parameters stand at the root, beside `inputs`. */
export function embedBody(input: EmbedInput, parameters: JsonObject): RequestBody {
  return jsonBody(embedArgs(input, parameters))
}

/** The arguments of the client libraries, which are the body. */
export function embedArgs(input: EmbedInput, parameters: JsonObject): JsonObject {
  return { ...parameters, inputs: embedInputs(input) }
}

/** A list of texts is shown as lines. */
export function embedFromBody(given: GivenBody): FilledInput<EmbedInput> | undefined {
  const { inputs } = given
  if (!isListOf(inputs, isString)) return fillByNames(emptyEmbedInput, given)
  const filled = fillByNames(emptyEmbedInput, { ...given, inputs: inputs.join('\n') })
  return filled && { ...filled, input: { ...filled.input, split: 'lines' } }
}

export function embedProblems(input: EmbedInput): readonly Problem[] {
  return input.split === 'lines'
    ? textsProblems('inputs', linesOf(input.inputs), 'text-missing')
    : textProblems('inputs', input.inputs)
}

export function embedTitle(input: EmbedInput): string {
  return oneLine(textsOf(input).slice(0, 20).join(' · '))
}
