import type { ModelWord } from './words'

const faults: Readonly<Record<string, ModelWord>> = {
  'sandbox/slow': 'sandboxSlow',
  'sandbox/loading': 'sandboxLoading',
  'sandbox/busy': 'sandboxBusy',
  'sandbox/cut': 'sandboxCut',
  'sandbox/broken': 'sandboxBroken',
}

/** What a model of the sandbox does, as the key of its words; undefined for a real model. */
export function sandboxWord(id: string): ModelWord | undefined {
  if (!id.startsWith('sandbox/')) return undefined
  if (id.endsWith(':tokens')) return 'sandboxTokens'
  return (Object.hasOwn(faults, id) ? faults[id] : undefined) ?? 'sandboxOwn'
}
