/**
 * HTTPie's command line as its documentation describes it ("Request items", "Raw request body", "File upload forms"),
 * read back into the request that it sends.
 */
export interface HttpieRequest {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string | undefined])[]
  /** Members of a JSON object. */
  readonly json: Readonly<Record<string, unknown>> | undefined
  readonly raw: string | undefined
  readonly form: readonly FormItem[] | undefined
  readonly stdin: boolean
  readonly stream: boolean
}

export interface FormItem {
  readonly name: string
  readonly value?: string
  readonly path?: string
  readonly type?: string
}

const SEPARATORS = [':=@', ':=', ':@', '==', '=@', ':', ';', '=', '@'].sort(
  (a, b) => b.length - a.length,
)

/** A key, the separator, and the value: the first separator that is not escaped, the longest that begins there. */
function split(item: string): readonly [key: string, separator: string, value: string] {
  let key = ''
  for (let at = 0; at < item.length; at++) {
    const separator = SEPARATORS.find((each) => plainAt(item, at, each))
    if (separator) return [key, separator, unescaped(item.slice(at + separator.length))]
    const escaped = item[at] === '\\' && ':;=@'.includes(item[at + 1] ?? ' ')
    if (escaped) at++
    else if (item[at] === '\\') key += item[at++] ?? ''
    key += item[at] ?? ''
  }
  throw new Error(`No request item: ${item}`)
}

/** The separator stands there, none of its signs escaped. */
const plainAt = (item: string, at: number, separator: string) => item.startsWith(separator, at)

/** A backslash before a separator's sign is lost; before anything else both stay. */
function unescaped(text: string): string {
  return text.replaceAll(/\\([\s\S])/g, (pair, sign: string) =>
    ':;=@'.includes(sign) ? sign : pair,
  )
}

export function readHttpie(words: readonly string[]): HttpieRequest {
  const rest = [...words]
  const flags = new Set<string>()
  let raw: string | undefined
  const positional: string[] = []
  while (rest.length > 0) {
    const word = rest.shift() ?? ''
    if (word === '--output') rest.shift()
    else if (word.startsWith('--raw=')) raw = word.slice('--raw='.length)
    else if (word.startsWith('--')) flags.add(word)
    else positional.push(word)
  }
  const [method = '', url = '', ...items] = positional
  const read = items.map(split)
  const multipart = flags.has('--multipart')
  const members = read.filter(([, separator]) => separator === '=' || separator === ':=')
  return {
    method,
    url,
    headers: read
      .filter(([, separator]) => separator === ':' || separator === ';')
      .map(([name, separator, value]) => [
        name,
        separator === ';' ? '' : value === '' ? undefined : value,
      ]),
    json: multipart || members.length === 0 ? undefined : jsonOf(members),
    raw,
    form: multipart
      ? read.filter(([, sign]) => sign === '=' || sign === '@').map(formItem)
      : undefined,
    stdin: !flags.has('--ignore-stdin'),
    stream: flags.has('--stream'),
  }
}

function jsonOf(members: readonly (readonly [string, string, string])[]): Record<string, unknown> {
  return Object.fromEntries(
    members.map(([key, separator, value]) => [
      key,
      separator === ':=' ? (JSON.parse(value) as unknown) : value,
    ]),
  )
}

function formItem([name, separator, value]: readonly [string, string, string]): FormItem {
  if (separator === '=') return { name, value }
  const [path = '', type] = value.split(';type=')
  return type === undefined ? { name, path } : { name, path, type }
}
