/**
 * How the request says it: `generate` is `{inputs, parameters}` of text-generation-inference, `completions` is
 * `{prompt, max_tokens, ...}` of /v1/completions.
 */
export type Dialect = 'generate' | 'completions'

export interface Input {
  readonly inputs: string
  /** For endpoints and the sandbox; `generate` unless told. */
  readonly dialect?: Dialect
}
