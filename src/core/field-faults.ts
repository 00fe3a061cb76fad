import { isObject, isString } from './json'

/** A field that a service finds fault with, by the names that lead to it, and what it says of it. */
export interface FieldFault {
  readonly path: readonly string[]
  readonly message: string
}

/** What of a page can be marked. */
export interface PageFields {
  /** Names of the input's fields, the main one first. */
  readonly inputs: readonly string[]
  /** Dotted paths of the parameters. */
  readonly parameters: readonly string[]
}

const MOST = 20
const LONGEST = 300

/**
 * The fields that an error body names: FastAPI's `detail: [{loc, msg}]`, OpenAI's `param`, problem+json's lists, and
 * the words of TGI, TEI, serde, hf-inference and vLLM. `body` is the parsed JSON, or the text of any other body.
 */
export function fieldFaults(body: unknown): readonly FieldFault[] {
  const found = structured(body)
  const all = found.length > 0 ? found : textsOf(body).flatMap(faultsOfText)
  const seen = new Set<string>()
  return all
    .filter(({ path }) => path.length > 0)
    .filter(({ path }) => !seen.has(path.join('.')) && seen.add(path.join('.')))
    .slice(0, MOST)
    .map(({ path, message }) => ({ path, message: clip(message) }))
}

function structured(body: unknown): FieldFault[] {
  if (!isObject(body)) return []
  const error = isObject(body.error) ? body.error : undefined
  const lists = [body.detail, body.errors, body.error, error?.details, body.invalid_fields]
  const listed = [...lists, body['invalid-params']].flatMap((list) =>
    Array.isArray(list) ? list.flatMap(ofMember) : [],
  )
  const { param, message } = error ?? body
  return isString(param) && param !== ''
    ? [...listed, { path: names(param), message: isString(message) ? message : param }]
    : listed
}

/** One member of a list of faults. */
function ofMember(member: unknown): FieldFault[] {
  if (!isObject(member)) return []
  const words = [member.msg, member.detail, member.description, member.reason, member.message]
  const message = words.find(isString) ?? ''
  const { loc } = member
  if (Array.isArray(loc)) return [{ path: loc.map(String), message }]
  const named = [member.pointer, member.field, member.name, member.path].find(isString)
  return named ? [{ path: names(named), message }] : []
}

/** `#/parameters/top_k`, `parameters.top_k`, `messages[0].content`. */
function names(text: string): string[] {
  return text.split(/[#/.[\]]+/).filter(Boolean)
}

/** Every text of an error body. */
function textsOf(body: unknown): readonly string[] {
  if (isString(body)) return [body]
  if (Array.isArray(body)) return body.flatMap(textsOf)
  if (!isObject(body)) return []
  return [body.error, body.detail, body.message, body.msg].flatMap(textsOf)
}

const NAME = String.raw`[A-Za-z_][\w.\[\]]*`
/** hf-inference: "Error in `parameters.top_k`: ..." */
const ERROR_IN = new RegExp('^Error in `?(' + NAME + ')`?:\\s*(.*)$', 's')
/** serde: "... into the target type: parameters.temperature: invalid type: ... at line 1 column 9" */
const TARGET = new RegExp('target type: (' + NAME + '): (.*)$', 's')
const MISSING = new RegExp('missing field `(' + NAME + ')`')
/** pydantic's errors as Python writes them, as vLLM gives them. */
const PYTHON = /'loc': \(([^)]*)\),\s*'msg': (?:'([^']*)'|"([^"]*)")/g
const TICKS = new RegExp('`(' + NAME + ')`', 'g')

function faultsOfText(text: string): FieldFault[] {
  const named = ERROR_IN.exec(text) ?? TARGET.exec(text)
  if (named?.[1]) return [{ path: names(named[1]), message: named[2] || text }]
  const missing = MISSING.exec(text)
  if (missing?.[1]) return [{ path: names(missing[1]), message: text }]
  const python = [...text.matchAll(PYTHON)].map(([, loc = '', single, double]) => ({
    path: [...loc.matchAll(/'([^']*)'|(\d+)/g)].map(([, name, index]) => name ?? index ?? ''),
    message: single ?? double ?? text,
  }))
  if (python.length > 0) return python
  return [...text.matchAll(TICKS)].map(([, name = '']) => ({ path: names(name), message: text }))
}

const clip = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

const WRAPPERS = ['body', 'query', 'root', '__root__', 'json']

/**
 * The field of a page that a fault is about: `param-<path>`, `model`, or an input's name. Undefined where the page has no
 * such field: the fault is then told in words only.
 */
export function fieldOf(path: readonly string[], page: PageFields): string | undefined {
  let parts = path.filter((part) => !/^\d+$/.test(part))
  while (parts[0] !== undefined && WRAPPERS.includes(parts[0])) parts = parts.slice(1)
  if (parts[0] === 'parameters' && parts.length > 1) parts = parts.slice(1)
  const name = parts.join('.')
  const [first] = parts
  const last = parts.at(-1)
  if (first === undefined || last === undefined) return undefined
  const parameter =
    page.parameters.find((each) => each === name || each === first) ??
    page.parameters.find((each) => each.endsWith(`.${last}`) && parts.length === 1)
  if (parameter !== undefined) return `param-${parameter}`
  const inner = first === 'inputs' ? parts[1] : undefined
  const input = [name, inner, first].find(
    (each) => each !== undefined && page.inputs.includes(each),
  )
  if (input !== undefined) return input
  // On the wire a picture or a sound is `inputs` as well.
  if (first === 'inputs') return page.inputs[0]
  return first === 'model' ? 'model' : undefined
}
