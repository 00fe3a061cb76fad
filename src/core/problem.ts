/** Why a page can't send yet. The words are in the locales, one per code. */
export type ProblemCode =
  | 'model-missing'
  | 'endpoint-missing'
  | 'endpoint-invalid'
  | 'token-missing'
  | 'text-missing'
  | 'text-too-long'
  | 'question-missing'
  | 'labels-missing'
  | 'labels-too-few'
  | 'sentences-missing'
  | 'messages-missing'
  | 'tool-results-missing'
  | 'image-missing'
  | 'image-too-large'
  | 'image-not-image'
  | 'sound-missing'
  | 'sound-too-large'
  | 'sound-not-sound'
  | 'file-missing'
  | 'fields-missing'
  | 'table-missing'
  | 'table-ragged'
  | 'table-duplicate-column'
  | 'table-empty-column'
  | 'table-too-large'
  | 'json-invalid'
  | 'parameter-invalid'
  | 'parameter-range'
  | 'languages-both-or-neither'
  | 'dialect-lost' // values: names; the request's dialect has no place for these
  | 'mask-missing'
  | 'service-said' // values: message; a service's own words about a field
  | 'header-forbidden' // values: name; a credential belongs into the settings
  | 'header-invalid' // values: name; not a name or value that HTTP allows

export interface Problem {
  /** The documented field it stands at, for example `inputs`, `text_pair`, `param-top_k`, `endpoint-url`. */
  readonly field: string
  readonly code: ProblemCode
  /** Values for the words: numbers, names, a parser's message. */
  readonly values?: Readonly<Record<string, string | number>>
}

export function problem(
  field: string,
  code: ProblemCode,
  values?: Readonly<Record<string, string | number>>,
): Problem {
  return values === undefined ? { field, code } : { field, code, values }
}
