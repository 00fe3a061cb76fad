import { isObject, isString, type Json, type JsonObject } from './json'

/** A tool as a form shows it; `parameters` is a JSON schema. */
export interface ToolDefinition {
  readonly name: string
  readonly description: string
  readonly parameters: JsonObject
}

/** Reads an entry of `tools`; undefined for what is no function, which a form can't show. */
export function readDefinition(entry: unknown): ToolDefinition | undefined {
  const called = isObject(entry) ? entry.function : undefined
  if (!isObject(called) || !isString(called.name)) return undefined
  const { name, description, parameters } = called
  if (parameters !== undefined && parameters !== null && !isObject(parameters)) return undefined
  return {
    name,
    description: isString(description) ? description : '',
    parameters: (parameters ?? {}) as JsonObject,
  }
}

/** The entry with some of it changed; whatever else it holds stays. */
export function withDefinition(entry: Json, change: Partial<ToolDefinition>): JsonObject {
  const whole = isObject(entry) ? (entry as JsonObject) : {}
  const called = isObject(whole.function) ? (whole.function as JsonObject) : {}
  return { ...whole, type: 'function', function: { ...called, ...change } }
}

/** A new tool with a name that none of the others has. */
export function newTool(others: readonly Json[]): JsonObject {
  const names = new Set(others.map((entry) => readDefinition(entry)?.name))
  let name = 'my_tool'
  for (let count = 2; names.has(name); count++) name = `my_tool_${count}`
  const parameters = { type: 'object', properties: {} }
  return { type: 'function', function: { name, description: '', parameters } }
}

/** What services take as the name of a function. */
export function isToolName(name: string): boolean {
  return /^[\w-]{1,64}$/.test(name)
}

/** The names of the functions in `tools`, each once. Every page loads this: the rest of the file stays out of it. */
export function toolNames(tools: unknown): readonly string[] {
  const entries: readonly unknown[] = Array.isArray(tools) ? tools : []
  const names = entries.map((entry) =>
    isObject(entry) && isObject(entry.function) ? entry.function.name : '',
  )
  return [...new Set(names.filter(isString))].filter(Boolean)
}
