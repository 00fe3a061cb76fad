const CHANNEL_NAME = 'taskscope-history'

/** Tells the other tabs that the history has changed, and hears it from them. */
export interface Changes {
  readonly announce: () => void
  readonly listen: (listener: () => void) => void
  readonly close: () => void
}

export function createChanges(): Changes {
  const listeners = new Set<() => void>()
  const channel =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL_NAME)
  channel?.addEventListener('message', () => {
    for (const listener of listeners) listener()
  })
  return {
    announce: () => channel?.postMessage('changed'),
    listen: (listener) => void listeners.add(listener),
    close: () => channel?.close(),
  }
}
