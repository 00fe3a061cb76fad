import type { StoredDraft } from '@/core/history'
import { isNumber, isObject, isString } from '@/core/json'
import type { Draft } from '@/core/task'

const kinds: readonly unknown[] = ['sandbox', 'provider', 'endpoint']

export function isDraft(value: unknown): value is Draft<unknown> {
  return (
    isObject(value) &&
    isString(value.model) &&
    'input' in value &&
    isObject(value.parameters) &&
    typeof value.stream === 'boolean' &&
    (value.options === undefined || isObject(value.options))
  )
}

/** Apart from the other guards, so that the draft store can use it without loading the database's code. */
export function isStoredDraft(value: unknown): value is StoredDraft {
  if (!isObject(value)) return false
  const { task, tab, savedAt, draft, connection } = value
  const told = connection === undefined || (isObject(connection) && kinds.includes(connection.kind))
  return isString(task) && isString(tab) && isNumber(savedAt) && isDraft(draft) && told
}
