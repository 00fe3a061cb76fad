import { isObject, isString } from '@/core/json'
import { SandboxError } from '@/core/sandbox'

/** A function that a chat body offers. */
export interface OfferedTool {
  readonly name: string
  readonly description: string
  /** JSON Schema of the arguments. */
  readonly parameters: Readonly<Record<string, unknown>>
}

export interface ToolOptions {
  readonly tools: readonly OfferedTool[]
  /** `named` with the one tool left in `tools`. */
  readonly choice: 'auto' | 'none' | 'required' | 'named'
}

type Fields = Readonly<Record<string, unknown>>

const refuse = (rule: string): never => {
  throw new SandboxError(`Tool error: ${rule}`)
}

/** Reads `tools` and `tool_choice` of a chat body. Throws SandboxError 422 for what is none. */
export function readToolOptions({ tools, tool_choice }: Fields): ToolOptions {
  if (tools !== undefined && tools !== null && !Array.isArray(tools))
    refuse('`tools` must be a list')
  const offered = Array.isArray(tools) ? tools.map(readTool) : []
  if (isObject(tool_choice)) {
    const name = isObject(tool_choice.function) ? tool_choice.function.name : undefined
    const chosen = offered.filter((tool) => tool.name === name)
    if (chosen.length === 0) refuse(`Tool with name ${String(name)} not found`)
    return { tools: chosen, choice: 'named' }
  }
  const choice = tool_choice ?? 'auto'
  if (choice !== 'auto' && choice !== 'none' && choice !== 'required') {
    return refuse('`tool_choice` must be `auto`, `none`, `required` or a named function')
  }
  if (choice === 'required' && offered.length === 0) refuse('`required` needs `tools`')
  return { tools: offered, choice }
}

function readTool(value: unknown, index: number): OfferedTool {
  const at = `tools[${index}]`
  const called = isObject(value) ? value.function : undefined
  if (!isObject(called)) return refuse(`\`${at}.function\` must be an object`)
  const { name, description, parameters } = called
  if (!isString(name) || !/^[\w.-]{1,64}$/.test(name)) {
    return refuse(`\`${at}.function.name\` must be up to 64 letters, digits, _ or -`)
  }
  return {
    name,
    description: isString(description) ? description : '',
    parameters: isObject(parameters) ? parameters : {},
  }
}
