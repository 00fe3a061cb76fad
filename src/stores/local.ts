/** The part of Web Storage that the stores use. */
export type KeyValue = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** A key-value store that never throws: where the browser refuses, nothing is read and writes say false. */
export interface SafeStore {
  readonly read: (key: string) => string | undefined
  readonly write: (key: string, value: string) => boolean
  readonly remove: (key: string) => void
}

/** `source` is a function because the mere access to `localStorage` can throw. */
export function safeStore(source: () => KeyValue): SafeStore {
  const attempt = <T>(job: () => T, otherwise: T): T => {
    try {
      return job()
    } catch {
      return otherwise
    }
  }
  return {
    read: (key) => attempt(() => source().getItem(key) ?? undefined, undefined),
    write: (key, value) =>
      attempt(() => {
        source().setItem(key, value)
        return true
      }, false),
    remove: (key) => attempt(() => source().removeItem(key), undefined),
  }
}

export const localStore = safeStore(() => localStorage)
export const sessionStore = safeStore(() => sessionStorage)

/** The fields of a JSON object, or none: for text that may be damaged. */
export function parseFields(text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined) return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
    return value as Record<string, unknown>
  } catch {
    return {}
  }
}

/** `value` where it is one of `choices`, else the first of them. */
export function choice<T extends string>(choices: readonly [T, ...T[]], value: unknown): T {
  return choices.find((member) => member === value) ?? choices[0]
}
