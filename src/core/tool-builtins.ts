import { evaluate, type ArithmeticFault } from './arithmetic'
import { isNumber, isObject, isString, type Json, type JsonObject } from './json'

/** What a built-in tool can't work with; the words are the page's. */
export type ComputeFault =
  | { readonly code: 'not-json' }
  | { readonly code: 'argument-missing'; readonly name: string }
  | { readonly code: 'arithmetic'; readonly fault: ArithmeticFault }
  | { readonly code: 'bounds'; readonly name: string }
  | { readonly code: 'time-zone'; readonly name: string }

export type Computed = { readonly result: Json } | { readonly fault: ComputeFault }

/** What the world gives to a tool. */
export interface Surroundings {
  readonly now: () => Date
  /** 0..1, 1 left out. */
  readonly random: () => number
}

export interface BuiltInTool {
  readonly name: string
  readonly description: string
  /** JSON Schema of the arguments. */
  readonly parameters: JsonObject
  readonly compute: (args: Readonly<Record<string, unknown>>, given: Surroundings) => Computed
}

const real: Surroundings = { now: () => new Date(), random: Math.random }

/** Tools that the page itself can answer. Their definitions are sent, so they are English as a model expects. */
export const builtInTools: readonly BuiltInTool[] = [
  {
    name: 'get_time',
    description: 'Get the current date and time, in UTC or in a given time zone',
    parameters: {
      type: 'object',
      properties: {
        time_zone: { type: 'string', description: 'IANA time zone, such as Europe/Paris' },
      },
    },
    compute: ({ time_zone }, { now }) => timeIn(time_zone, now()),
  },
  {
    name: 'calculator',
    description: 'Calculate the value of an arithmetic expression',
    parameters: {
      type: 'object',
      properties: {
        expression: { type: 'string', description: 'Such as 12 * (3 + 4) or sqrt(2) ^ 3' },
      },
      required: ['expression'],
    },
    compute: ({ expression }) => {
      if (isNumber(expression)) return { result: { result: expression } }
      if (!isString(expression)) return missing('expression')
      const found = evaluate(expression)
      return 'value' in found
        ? { result: { result: found.value } }
        : { fault: { code: 'arithmetic', fault: found.fault } }
    },
  },
  {
    name: 'random_number',
    description: 'Draw a random number between two bounds, both included',
    parameters: {
      type: 'object',
      properties: {
        minimum: { type: 'number', description: 'The lowest number, 0 unless given' },
        maximum: { type: 'number', description: 'The highest number, 100 unless given' },
        integer: { type: 'boolean', description: 'Whole numbers only, true unless given' },
      },
    },
    compute: draw,
  },
]

export function builtInTool(name: string): BuiltInTool | undefined {
  return builtInTools.find((tool) => tool.name === name)
}

/** The `tools` entry that is sent for a built-in. */
export function definitionOf({ name, description, parameters }: BuiltInTool): JsonObject {
  return { type: 'function', function: { name, description, parameters } }
}

/** Answers a call with a built-in. Blank arguments count as none; numbers may have come as texts. */
export function computeCall(
  tool: BuiltInTool,
  argumentsText: string,
  given: Surroundings = real,
): Computed {
  let args: unknown = {}
  try {
    if (argumentsText.trim() !== '') args = JSON.parse(argumentsText)
  } catch {
    return { fault: { code: 'not-json' } }
  }
  return isObject(args) ? tool.compute(args, given) : { fault: { code: 'not-json' } }
}

function missing(name: string): Computed {
  return { fault: { code: 'argument-missing', name } }
}

function draw(args: Readonly<Record<string, unknown>>, { random }: Surroundings): Computed {
  const low = numberOf(args.minimum ?? args.min ?? 0)
  const high = numberOf(args.maximum ?? args.max ?? 100)
  if (low === undefined) return { fault: { code: 'bounds', name: 'minimum' } }
  if (high === undefined || high < low) return { fault: { code: 'bounds', name: 'maximum' } }
  if (args.integer === false) return { result: { result: low + random() * (high - low) } }
  const [first, last] = [Math.ceil(low), Math.floor(high)]
  if (first > last) return { fault: { code: 'bounds', name: 'maximum' } }
  return { result: { result: first + Math.floor(random() * (last - first + 1)) } }
}

function numberOf(value: unknown): number | undefined {
  const number = isString(value) && value.trim() !== '' ? Number(value) : value
  return isNumber(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : undefined
}

function timeIn(zone: unknown, now: Date): Computed {
  const name = isString(zone) && zone.trim() !== '' ? zone.trim() : 'UTC'
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      weekday: 'long',
      timeZoneName: 'longOffset',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }).formatToParts(now)
    const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
    const offset = part('timeZoneName').replace(/^GMT(?:\+00:00)?/, '') || 'Z'
    const date = `${part('year')}-${part('month')}-${part('day')}`
    const time = `${part('hour')}:${part('minute')}:${part('second')}`
    return {
      result: { time: `${date}T${time}${offset}`, weekday: part('weekday'), time_zone: name },
    }
  } catch {
    return { fault: { code: 'time-zone', name } }
  }
}
