import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { endpointUrl, type EndpointAuth } from '@/core/connection'
import { newId } from '@/core/id'
import { isObject, isString } from '@/core/json'
import { redactUrl } from '@/core/redact'
import { choice, localStore, parseFields, type SafeStore } from './local'

const STORAGE_KEY = 'taskscope.endpoints'
const LONGEST_NAME = 80
const auths = ['none', 'own', 'huggingface'] as const

/** A server that a person comes back to. Which token it gets is named here; the token itself is the token store's. */
export interface SavedEndpoint {
  readonly id: string
  readonly name: string
  readonly url: string
  /** The task page that it is for; `''` for none. */
  readonly task: string
  readonly auth: EndpointAuth
}

export type EndpointFields = Omit<SavedEndpoint, 'id'>

/** Why an endpoint could not be kept. */
export type Refusal = 'no-url' | 'refused'

/** Endpoints by name, in the order in which they were saved. The last one deleted can be had back. */
export function createEndpoints(
  store: SafeStore = localStore,
  events: Pick<EventTarget, 'addEventListener'> | undefined = globalThis.window,
) {
  const endpoints = shallowRef<readonly SavedEndpoint[]>(read())
  const removed = shallowRef<{ readonly endpoint: SavedEndpoint; readonly at: number }>()

  function read(): readonly SavedEndpoint[] {
    const { endpoints: stored } = parseFields(store.read(STORAGE_KEY))
    return Array.isArray(stored) ? stored.flatMap(readEndpoint) : []
  }

  /** Another tab may have saved in the meantime: a change begins with what is stored now. */
  function change(by: (list: readonly SavedEndpoint[]) => readonly SavedEndpoint[]): boolean {
    const next = by(read())
    if (!store.write(STORAGE_KEY, JSON.stringify({ endpoints: next }))) return false
    endpoints.value = next
    return true
  }

  /** Keeps a new endpoint, or the one of this id as it is now. */
  function save(fields: EndpointFields, id: string = newId()): Refusal | undefined {
    const url = endpointUrl(fields.url)
    if (!url) return 'no-url'
    const name = cleanName(fields.name) || url.host
    const endpoint: SavedEndpoint = { ...fields, id, name, url: url.href }
    const kept = change((list) =>
      list.some((each) => each.id === id)
        ? list.map((each) => (each.id === id ? endpoint : each))
        : [...list, endpoint],
    )
    return kept ? undefined : 'refused'
  }

  /** False where the browser refuses. */
  function remove(id: string): boolean {
    const list = read()
    const at = list.findIndex((each) => each.id === id)
    const endpoint = list[at]
    if (!endpoint) return true
    if (!change((all) => all.filter((each) => each.id !== id))) return false
    removed.value = { endpoint, at }
    return true
  }

  /** Puts back what was deleted last, where it stood. */
  function undo(): boolean {
    const last = removed.value
    if (!last) return true
    const back = change((list) => [
      ...list.slice(0, last.at),
      last.endpoint,
      ...list.slice(last.at),
    ])
    if (back) removed.value = undefined
    return back
  }

  function forgetRemoved(): void {
    removed.value = undefined
  }

  /** All of them as JSON: without tokens, and without what in an address looks like one. */
  function exportText(): string {
    const list = endpoints.value.map(({ name, url, task, auth }) => ({
      name,
      url: redactUrl(url),
      task,
      auth,
    }))
    return JSON.stringify({ endpoints: list }, null, 2)
  }

  events?.addEventListener('storage', (event) => {
    const { key } = event as StorageEvent
    if (key === STORAGE_KEY || key === null) endpoints.value = read()
  })

  return { endpoints, removed, save, remove, undo, forgetRemoved, exportText }
}

function cleanName(name: string): string {
  return name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME)
}

/** Only this code writes there, but other pages of the origin could. */
function readEndpoint(value: unknown): SavedEndpoint[] {
  if (!isObject(value)) return []
  const { id, name, url, task, auth } = value
  if (!isString(id) || !isString(name) || !isString(url) || !endpointUrl(url)) return []
  return [{ id, name, url, task: isString(task) ? task : '', auth: choice(auths, auth) }]
}

export const useEndpointStore = defineStore('endpoints', () => createEndpoints())
