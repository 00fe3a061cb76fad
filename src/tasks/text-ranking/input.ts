/**
 * - `pairs`: {inputs: [[query, text], ...], parameters}.
 * - `rerank`: {query, texts, ...parameters}, to /rerank of an endpoint.
 * - `auto`: rerank where an endpoint's URL ends so, else pairs.
 */
export type Wire = 'auto' | 'pairs' | 'rerank'

export interface Input {
  readonly query: string
  readonly texts: readonly string[]
  readonly wire: Wire
}
