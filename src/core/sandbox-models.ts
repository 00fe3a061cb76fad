import type { ModelSuggestion } from './task'

/** Models of the sandbox that fail in a known way, for every task: to see what the page does then. */
export const faultModels: readonly ModelSuggestion[] = [
  { id: 'sandbox/slow', sandbox: true },
  { id: 'sandbox/loading', sandbox: true },
  { id: 'sandbox/busy', sandbox: true },
  { id: 'sandbox/cut', sandbox: true },
  { id: 'sandbox/broken', sandbox: true },
]

/** What the sandbox serves for a task: its own model first. */
export function sandboxModels(task: string): readonly ModelSuggestion[] {
  return [{ id: `sandbox/${task}`, sandbox: true }, ...faultModels]
}
