const faults: Readonly<Record<string, string>> = {
  'sandbox/slow': 'models.sandboxSlow',
  'sandbox/loading': 'models.sandboxLoading',
  'sandbox/busy': 'models.sandboxBusy',
  'sandbox/cut': 'models.sandboxCut',
  'sandbox/broken': 'models.sandboxBroken',
}

/** What a model of the sandbox does, as the key of its words; undefined for a real model. */
export function sandboxWord(id: string): string | undefined {
  if (!id.startsWith('sandbox/')) return undefined
  if (id.endsWith(':tokens')) return 'models.sandboxTokens'
  return (Object.hasOwn(faults, id) ? faults[id] : undefined) ?? 'models.sandboxOwn'
}
