import type { Json } from '@/core/json'
import type { Random } from '../random'
import { cluesOf } from '../structured/clues'
import { clausesOf, fill } from '../structured/fill'
import { FITS, fitOf } from './match'
import type { OfferedTool, ToolOptions } from './read'

export interface MadeCall {
  readonly id: string
  readonly name: string
  /** JSON text. */
  readonly arguments: string
}

/** More calls at once nobody asks for. */
const MOST_CALLS = 8

/**
 * The calls that a request asks for: one for each of its clauses that fits a tool, none where none fits. `required` and a
 * named function call the tool that fits best in any case. Arguments are filled from the request by rules.
 *
 * @param before what was said earlier, oldest first: facts come from there
 * @param random what is left to chance in the arguments
 * @param ids where the calls' ids are drawn from
 */
export function chooseCalls(
  text: string,
  before: readonly string[],
  { tools, choice }: ToolOptions,
  random: Random,
  ids: Random,
): readonly MadeCall[] {
  if (choice === 'none' || tools.length === 0) return []
  const parts = partsOf(text, tools)
  const wanted =
    parts.length > 0 ? parts : choice === 'auto' ? [] : [{ tool: best(text, tools), clause: text }]
  const made = wanted.flatMap(({ tool, clause }) =>
    tool ? [{ name: tool.name, arguments: argumentsOf(tool, clause, before, random) }] : [],
  )
  const distinct = new Map(made.map((call) => [call.name + call.arguments, call]))
  return [...distinct.values()].slice(0, MOST_CALLS).map((call) => ({ id: callId(ids), ...call }))
}

interface Part {
  readonly tool: OfferedTool | undefined
  readonly clause: string
}

/** A clause that only names another thing ("and Rome") is about the tool before it. */
function partsOf(text: string, tools: readonly OfferedTool[]): readonly Part[] {
  const whole = best(text, tools)
  const fits = (tool: OfferedTool | undefined, clause: string) =>
    tool !== undefined && fitOf(tool, clause) >= FITS
  const parts: Part[] = []
  for (const clause of clausesOf(text)) {
    const tool = best(clause, tools)
    const last = parts.at(-1)
    if (fits(tool, clause)) parts.push({ tool, clause })
    else if (last && namesOnly(clause)) parts.push({ tool: last.tool, clause: `in ${clause}` })
    else if (last) parts[parts.length - 1] = { ...last, clause: `${last.clause} and ${clause}` }
  }
  if (parts.length > 1) return parts
  return fits(whole, text) ? [{ tool: whole, clause: text }] : []
}

const namesOnly = (clause: string) =>
  /^(?:in |at |for )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}[?.!]*$/u.test(clause) ||
  /^\p{Script=Han}{2,3}[？。！]?$/u.test(clause)

function best(text: string, tools: readonly OfferedTool[]): OfferedTool | undefined {
  return tools.reduce<OfferedTool | undefined>(
    (top, tool) => (top === undefined || fitOf(tool, text) > fitOf(top, text) ? tool : top),
    undefined,
  )
}

function argumentsOf(
  tool: OfferedTool,
  clause: string,
  before: readonly string[],
  random: Random,
): string {
  const clues = cluesOf(clause, '', before)
  const filling = { root: tool.parameters, clues, random, sparing: true }
  const schema = { type: 'object', ...tool.parameters }
  const value: Json = fill(schema, '', true, filling, 0) ?? {}
  return JSON.stringify(value)
}

function callId(random: Random): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  const drawn = Array.from({ length: 9 }, () => letters[Math.floor(random() * letters.length)])
  return drawn.join('')
}
