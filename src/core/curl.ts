import { cmdWords, isCmd } from './cmd-words'
import { curlBody } from './curl/body'
import { findCurl, type FoundCommand } from './curl/commands'
import { CREDENTIAL, curlHeaders, strayTokens } from './curl/headers'
import { curlOptions, HARMLESS, type CurlOption } from './curl/options'
import { curlNote, type CurlNote, type CurlRequest, type CurlSecret } from './curl/types'
import { shellWords, wordText, type ShellReading } from './shell-words'

export type {
  CurlBody,
  CurlNote,
  CurlNoteCode,
  CurlRequest,
  CurlSecret,
  FormField,
  NamedSlot,
} from './curl/types'

/** Options that are read; all others are ignored, and named. */
const READ = new Set([
  ...['request', 'header', 'data', 'data-raw', 'data-ascii', 'data-binary', 'data-urlencode'],
  ...['json', 'form', 'form-string', 'get', 'head', 'url', 'url-query', 'user', 'cookie'],
  ...['proxy-user', 'oauth2-bearer', 'upload-file', 'next', ':'],
])

/**
 * The request that a curl command would send, for bash or Windows' cmd, as people copy it from documentation, from
 * our pages and from browsers. Nothing is run, expanded or read from the disk. Never throws: what it can't read it
 * says in the notes.
 */
export function parseCurl(source: string): CurlRequest {
  const text = source.trim()
  const reading = isCmd(text) ? cmdWords(text) : shellWords(text)
  const found = findCurl(reading.tokens)
  const opened = reading.open ? [curlNote('open-quote')] : []
  if (!found) return { ...nothing(text), notes: [curlNote('no-command'), ...opened] }
  const all = curlOptions(found.words)
  const next = all.findIndex(({ name, typed }) => name === 'next' || typed === '-:')
  const options = next < 0 ? all : all.slice(0, next)
  const request = requestOf(options, found)
  const secrets = [...request.secrets, ...strayTokens(text, request.secrets)]
  const more = found.more || next >= 0 ? [curlNote('more-commands')] : []
  return { ...request, secrets, notes: [...opened, ...request.notes, ...more] }
}

function nothing(text: string): CurlRequest {
  const secrets = strayTokens(text, [])
  const body = { kind: 'none' } as const
  return { url: '', method: 'GET', headers: [], body, unbuffered: false, secrets, notes: [] }
}

function requestOf(options: readonly CurlOption[], { stdin }: FoundCommand): CurlRequest {
  const has = (name: string) => options.some((option) => option.name === name)
  const target = targetOf(options)
  const read = curlHeaders(options, isHuggingFaceHost(target.url))
  const type = read.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const { body, text, notes } = curlBody(options, stdin, type)
  const queried = has('get') ? withQuery(target.url, text) : target.url
  const sent = has('get') ? ({ kind: 'none' } as const) : body
  return {
    ...read,
    url: queried,
    method: methodOf(options, sent.kind !== 'none'),
    headers: has('json') && type === undefined ? [JSON_TYPE, ...read.headers] : read.headers,
    body: sent,
    unbuffered: has('no-buffer'),
    secrets: [...read.secrets, ...target.secrets],
    notes: [...target.notes, ...read.notes, ...notes, ...optionNotes(options)],
  }
}

const JSON_TYPE = ['Content-Type', 'application/json'] as const

function methodOf(options: readonly CurlOption[], hasBody: boolean): string {
  const named = options.findLast(({ name }) => name === 'request')
  if (named) return wordText(named.parts).toUpperCase()
  const has = (name: string) => options.some((option) => option.name === name)
  if (has('head')) return 'HEAD'
  if (has('get')) return 'GET'
  if (has('upload-file')) return 'PUT'
  const empty = options.some(({ name }) => name.startsWith('data') || name === 'json')
  return hasBody || empty ? 'POST' : 'GET'
}

interface Target {
  readonly url: string
  readonly secrets: readonly CurlSecret[]
  readonly notes: readonly CurlNote[]
}

function targetOf(options: readonly CurlOption[]): Target {
  const urls = options.filter(({ name }) => name === 'url')
  const [first] = urls
  const typed = first ? wordText(first.parts) : ''
  const unknown = (first?.parts ?? []).flatMap((part) =>
    part.kind === 'variable' ? [curlNote('variable', { name: part.name })] : [],
  )
  const notes = [...unknown, ...(urls.length > 1 ? [curlNote('more-commands')] : [])]
  // curl takes http where no scheme is named.
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `http://${typed}`
  if (typed === '' || !URL.canParse(absolute))
    return { url: '', secrets: [], notes: [...notes, curlNote('no-url')] }
  const url = new URL(absolute)
  url.hash = ''
  for (const { name, parts } of options)
    if (name === 'url-query') url.search = joinQuery(url.search, wordText(parts))
  const values = takeSecrets(url)
  if (values.length > 0) notes.push(curlNote('credential-ignored', { name: 'URL' }))
  const secrets = values
    .filter((value) => !value.includes('$'))
    .map((value) => ({ value, variable: variableFor(value), lead: '' }))
  return { url: url.href, secrets, notes }
}

const variableFor = (value: string) => (value.startsWith('hf_') ? 'HF_TOKEN' : CREDENTIAL)

/** Takes user, password and keys out of a URL, and gives their values. */
function takeSecrets(url: URL): string[] {
  const values = [url.password || url.username]
  url.username = ''
  url.password = ''
  for (const [name, value] of [...url.searchParams])
    if (/^(?:.*token|api_?-?key|key|secret|password|sig|signature)$/i.test(name)) {
      values.push(value)
      url.searchParams.delete(name)
    }
  return values.filter((value) => value !== '')
}

function withQuery(url: string, query: string): string {
  if (url === '' || query === '') return url
  const target = new URL(url)
  target.search = joinQuery(target.search, query)
  return target.href
}

const joinQuery = (before: string, added: string) =>
  before === '' ? `?${added}` : `${before}&${added}`

function optionNotes(options: readonly CurlOption[]): CurlNote[] {
  return options.flatMap(({ name, typed }) => {
    if (READ.has(name)) return []
    if (!HARMLESS.has(name)) return [curlNote('option-unknown', { name: typed })]
    return name === 'no-buffer' || name === 'output' || name === 'globoff'
      ? []
      : [curlNote('option-ignored', { name: typed })]
  })
}

function isHuggingFaceHost(url: string): boolean {
  return URL.canParse(url) && /(^|\.)huggingface\.co$/.test(new URL(url).hostname)
}

/**
 * The command with each secret's variable in its place, in the text as it was where that can be; where a secret is
 * written in pieces, the whole command is written anew.
 */
export function withoutSecrets(source: string, secrets: readonly CurlSecret[]): string {
  const replaced = secrets.reduce((text, secret) => without(text, secret), source)
  const left = parseCurl(replaced).secrets
  const hides = secrets.some(({ value }) => left.some((other) => other.value === value))
  return hides ? rewritten(source, secrets) : replaced
}

/** Shorter ones are looked for behind their lead only. */
const PLAIN_LENGTH = 8

function without(text: string, { value, variable, lead }: CurlSecret): string {
  const led = text.replaceAll(`${lead}${value}`, `${lead}$${variable}`)
  return value.length >= PLAIN_LENGTH ? led.replaceAll(value, `$${variable}`) : led
}

function rewritten(source: string, secrets: readonly CurlSecret[]): string {
  const text = source.trim()
  const { tokens }: ShellReading = isCmd(text) ? cmdWords(text) : shellWords(text)
  return tokens
    .map((token) => {
      if (token.kind === 'operator') return token.text
      const clean = secrets.reduce((left, each) => without(left, each), wordText(token.parts))
      return /^[\w@%+:,./=-]+$/.test(clean) || !token.quoted
        ? clean
        : `'${clean.replaceAll("'", "'\\''")}'`
    })
    .join(' ')
}
