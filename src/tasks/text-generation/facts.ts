import { isNumber } from '@/core/json'
import type { Output, Sequence } from '@/core/generation/output'

/** What a service tells of a sequence beside its text, under the names of the page's words. */
export interface Fact {
  readonly name: 'generated' | 'inputLength' | 'seed' | 'model' | 'mean'
  readonly value: string
}

export function factsOf(sequence: Sequence & Partial<Output>): readonly Fact[] {
  const { details = {}, usage, tokens, model } = sequence
  const counted = number(details.generated_tokens) ?? usage?.completionTokens
  const given = number(details.input_length) ?? usage?.promptTokens
  const facts: [Fact['name'], string | number | undefined][] = [
    ['generated', counted],
    ['inputLength', given ?? sequence.prefill?.length],
    ['seed', number(details.seed)],
    ['mean', meanOf((tokens ?? []).flat().map(({ logprob }) => logprob))],
    ['model', model],
  ]
  return facts.flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value: String(value) }],
  )
}

const number = (value: unknown) => (isNumber(value) ? value : undefined)

/** Of those that are told; the higher, the surer the model was of its text. */
function meanOf(logprobs: readonly (number | null)[]): string | undefined {
  const told = logprobs.filter((each) => each !== null)
  if (told.length === 0) return undefined
  return (told.reduce((sum, each) => sum + each, 0) / told.length).toFixed(3)
}
