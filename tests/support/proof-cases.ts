import type { Connection } from '../../src/core/connection'
import { isObject, type JsonObject } from '../../src/core/json'
import { isMediaFile } from '../../src/core/media'
import type { WireRequest } from '../../src/core/request'
import type { AnyTask, Draft, Example } from '../../src/core/task'
import { prepare } from '../../src/inference/prepare'
import { sampleFromDisk } from '../unit/support/samples'
import { FILE_BYTES, NASTY_NAMES, NASTY_TEXTS } from './snippet-cases'

/*
 * What is proved of every language: for every task, connection and nasty input, the code sends what the page sends. The
 * requests come from the tasks' own definitions, by the very `prepare` that the pages use.
 */

const modules = import.meta.glob<AnyTask>('/src/tasks/*/index.ts', {
  eager: true,
  import: 'default',
})
export const tasks: readonly AnyTask[] = Object.values(modules)

/** Characters of the long text: some of each kind of trouble, a megabyte together. */
export const LONG_TEXT = '"$\'`\\你\n'.repeat(110_000)

const LONG = '1 MB of text'

interface Place {
  readonly name: string
  readonly connection: Connection
  /** Every nasty input goes there; the examples alone go to the others. */
  readonly all: boolean
}

const places = (base: string): readonly Place[] => [
  { name: 'sandbox', connection: { kind: 'sandbox' }, all: true },
  {
    name: 'hf-inference',
    connection: { kind: 'provider', provider: 'hf-inference', billTo: 'acme' },
    all: true,
  },
  {
    name: 'a provider',
    connection: { kind: 'provider', provider: 'auto', billTo: '' },
    all: false,
  },
  {
    name: 'an endpoint with its own token',
    connection: { kind: 'endpoint', url: `${base}/json`, auth: 'own' },
    all: true,
  },
  {
    name: 'an endpoint without a token',
    connection: { kind: 'endpoint', url: `${base}/json/v1`, auth: 'none' },
    all: false,
  },
  {
    name: 'an endpoint with the Hugging Face token',
    connection: { kind: 'endpoint', url: `${base}/json?a=b&c=[d]`, auth: 'huggingface' },
    all: false,
  },
]

interface Variant {
  readonly name: string
  readonly draft: Pick<Draft<unknown>, 'input' | 'parameters' | 'stream'>
  readonly example: boolean
}

/** Named requests of all tasks; a provider whose request the client library makes has none. */
export async function proofCases(
  base: string,
  wanted: (task: AnyTask) => boolean = () => true,
): Promise<Map<string, WireRequest>> {
  const cases = new Map<string, WireRequest>()
  for (const task of tasks.filter(wanted)) {
    const variants = await variantsOf(task)
    for (const place of places(base))
      for (const { name, draft, example } of variants) {
        if (!place.all && !example) continue
        // Its size matters once; the other places would only take longer.
        if (name === LONG && place.connection.kind !== 'sandbox') continue
        const sandbox = place.connection.kind === 'sandbox'
        const model = task.models.find((each) => (each.sandbox ?? false) === sandbox)?.id
        const full = { ...draft, model: model ?? 'some-owner/some model' }
        const request = prepare(task, place.connection, full, { sandboxUrl: `${base}/sandbox` })
        if (request.dialect === 'wire') cases.set(`${task.id}, ${place.name}, ${name}`, request)
      }
  }
  return cases
}

async function variantsOf(task: AnyTask): Promise<Variant[]> {
  const variants: Variant[] = []
  for (const example of task.examples)
    variants.push({
      name: `example ${example.id}`,
      draft: await draftOf(task, example),
      example: true,
    })
  const [first] = variants
  if (!first) return []
  const { draft } = first
  const texts = { ...NASTY_TEXTS, [LONG]: LONG_TEXT }
  for (const [name, text] of Object.entries(texts)) {
    const input = withText(draft.input, text)
    // A page without a field for text has its parameters.
    const parameters: JsonObject =
      JSON.stringify(input) === JSON.stringify(draft.input)
        ? { ...draft.parameters, note: text }
        : draft.parameters
    variants.push({ name, draft: { ...draft, input, parameters }, example: false })
  }
  if (holdsFile(draft.input))
    for (const name of NASTY_NAMES)
      variants.push({
        name: `a file called ${JSON.stringify(name)}`,
        draft: { ...draft, input: withFile(draft.input, name) },
        example: false,
      })
  return variants
}

async function draftOf(task: AnyTask, example: Example<unknown>): Promise<Variant['draft']> {
  const { input, parameters = {}, stream = task.streams } = example
  return {
    input: typeof input === 'function' ? await input(sampleFromDisk) : input,
    parameters,
    stream,
  }
}

const TEXTS = [
  ...['inputs', 'question', 'context', 'query', 'text_pair', 'source_sentence', 'draft', 'text'],
  ...['system', 'prompt', 'value'],
]
const LISTS = ['candidate_labels', 'sentences', 'texts', 'columns', 'rows']

/** The input with a text in every field that takes one. */
function withText(value: unknown, text: string, key = ''): unknown {
  if (typeof value === 'string') {
    if (key === 'json') return JSON.stringify({ inputs: text, parameters: { [text]: text } })
    return TEXTS.includes(key) ? text : value
  }
  if (Array.isArray(value)) {
    const list = value.map((member: unknown) => withText(member, text, key))
    if (!LISTS.includes(key) || list.length === 0) return list
    const [head, ...rest] = list
    return [Array.isArray(head) ? [text, ...(head as unknown[]).slice(1)] : text, ...rest]
  }
  if (!isObject(value) || isMediaFile(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withText(member, text, name)]),
  )
}

function holdsFile(value: unknown): boolean {
  if (isMediaFile(value)) return true
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsFile)
}

/** The input with a small file of every byte value under that name in the place of each file. */
function withFile(value: unknown, name: string): unknown {
  if (isMediaFile(value)) {
    const blob = new Blob([FILE_BYTES], { type: value.type })
    return { ...value, name, size: blob.size, blob }
  }
  if (Array.isArray(value)) return value.map((member: unknown) => withFile(member, name))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withFile(member, name)]),
  )
}
