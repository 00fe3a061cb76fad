import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { CredentialRef } from '@/core/connection'
import { secretForms } from '@/core/redact'
import { localStore, parseFields, type SafeStore } from './local'
import {
  cleanToken,
  HUGGING_FACE,
  isHuggingFace,
  maskToken,
  originOf,
  tokenNote,
  type TokenKey,
  type TokenNote,
} from './token-rules'

export { HUGGING_FACE, originOf, type TokenKey, type TokenNote } from './token-rules'

const STORAGE_KEY = 'taskscope.tokens'

/** What the settings show of an endpoint: never the token. */
export interface EndpointToken {
  readonly origin: string
  readonly has: boolean
  readonly masked: string
  readonly remembered: boolean
  /** The person said that this origin may get the Hugging Face token. */
  readonly granted: boolean
}

/**
 * The one home of secrets. The tokens stand in this closure, not in the state: nothing that lists, serialises or
 * inspects the store can show them. Only `resolve` gives one out, for a URL that may have it.
 */
export function createTokens(
  store: SafeStore = localStore,
  events: Pick<EventTarget, 'addEventListener'> | undefined = globalThis.window,
) {
  const tokens = new Map<TokenKey, string>()
  const remembered = new Set<TokenKey>()
  const grants = new Set<string>()
  /** What readers depend on, since the maps are not reactive. */
  const version = shallowRef(0)

  function read(): void {
    const fields = parseStoredTokens(store.read(STORAGE_KEY))
    for (const key of remembered) if (!fields.tokens.has(key)) tokens.delete(key)
    // Grants of a remembered token are remembered with it: what is gone there was taken back in another tab.
    if (remembered.has(HUGGING_FACE)) grants.clear()
    remembered.clear()
    for (const [key, token] of fields.tokens) {
      tokens.set(key, token)
      remembered.add(key)
    }
    for (const origin of fields.grants) grants.add(origin)
    version.value++
  }

  function write(): boolean {
    version.value++
    if (remembered.size === 0) {
      store.remove(STORAGE_KEY)
      return true
    }
    const kept = [...tokens].filter(([key]) => remembered.has(key))
    const fields = {
      tokens: Object.fromEntries(kept),
      // A grant speaks of the Hugging Face token: it is remembered with it, and only then.
      grants: remembered.has(HUGGING_FACE) ? [...grants] : [],
    }
    return store.write(STORAGE_KEY, JSON.stringify(fields))
  }

  const token = (key: TokenKey) => {
    void version.value
    return tokens.get(key)
  }
  const has = (key: TokenKey): boolean => token(key) !== undefined
  /** `''` when there is none. */
  const masked = (key: TokenKey): string => (has(key) ? maskToken(token(key) ?? '') : '')
  const isRemembered = (key: TokenKey): boolean => has(key) && remembered.has(key)
  const isGranted = (origin: string): boolean => version.value >= 0 && grants.has(origin)

  /** Keeps a token in memory, and on the device if its predecessor was. The note says whether it was kept. */
  function save(key: TokenKey, raw: string): TokenNote {
    const clean = cleanToken(raw)
    const note = isKey(key) ? tokenNote(key, clean) : 'invalid'
    if (note === 'empty' || note === 'invalid') return note
    tokens.set(key, clean)
    write()
    return note
  }

  /** Keeps the token on this device, readable for every page of this origin. False where the browser refuses. */
  function remember(key: TokenKey): boolean {
    if (!tokens.has(key)) return false
    remembered.add(key)
    if (write()) return true
    remembered.delete(key)
    version.value++
    return false
  }

  /** Takes the token from the device, and keeps it in memory. */
  function keepInMemory(key: TokenKey): void {
    remembered.delete(key)
    write()
  }

  /** Drops the token everywhere. With the Hugging Face token go the grants, since they were about it. */
  function forget(key: TokenKey): void {
    tokens.delete(key)
    remembered.delete(key)
    if (key === HUGGING_FACE) grants.clear()
    write()
  }

  /** The person's word that this origin may get the Hugging Face token. */
  function grant(origin: string): void {
    if (originOf(origin) !== origin) return
    grants.add(origin)
    write()
  }

  function revoke(origin: string): void {
    grants.delete(origin)
    write()
  }

  /** The token for a request, if the URL is of an origin that may have it. */
  function resolve(ref: CredentialRef, url: string): string | undefined {
    switch (ref.kind) {
      case 'none':
        return undefined
      case 'huggingface':
        return isHuggingFace(url) ? tokens.get(HUGGING_FACE) : undefined
      case 'origin': {
        const origin = originOf(url)
        if (origin === undefined || origin !== ref.origin) return undefined
        if (ref.token === 'own') return tokens.get(origin)
        return grants.has(origin) ? tokens.get(HUGGING_FACE) : undefined
      }
    }
  }

  /** A text without any token that is known here, encoded ones included: for what leaves the page by the person's hand. */
  function redact(text: string): string {
    return [...tokens.values()].flatMap(secretForms).reduce((rest, form) => {
      return rest.replaceAll(form, '[token]')
    }, text)
  }

  const endpoints = computed<readonly EndpointToken[]>(() => {
    void version.value
    const origins = new Set([...tokens.keys(), ...grants])
    origins.delete(HUGGING_FACE)
    return [...origins].sort().map((origin) => ({
      origin,
      has: has(origin),
      masked: masked(origin),
      remembered: isRemembered(origin),
      granted: isGranted(origin),
    }))
  })

  read()
  events?.addEventListener('storage', (event) => {
    // Another tab remembered or forgot one; null: it cleared everything.
    const { key } = event as StorageEvent
    if (key === STORAGE_KEY || key === null) read()
  })

  return {
    endpoints,
    has,
    masked,
    isRemembered,
    isGranted,
    save,
    remember,
    keepInMemory,
    forget,
    grant,
    revoke,
    resolve,
    redact,
  }
}

const isKey = (key: TokenKey) => key === HUGGING_FACE || originOf(key) === key

/** What is readable of a stored text, however damaged the rest. */
export function parseStoredTokens(text: string | undefined) {
  const fields = parseFields(text)
  const stored = typeof fields.tokens === 'object' && fields.tokens !== null ? fields.tokens : {}
  const grants: readonly unknown[] = Array.isArray(fields.grants) ? fields.grants : []
  const tokens = new Map<TokenKey, string>()
  for (const [key, token] of Object.entries(stored) as [string, unknown][]) {
    if (typeof token !== 'string' || !isKey(key)) continue
    const note = tokenNote(key, token)
    if (note === 'ok' || note === 'unusual') tokens.set(key, token)
  }
  return {
    tokens,
    grants: grants.filter(
      (origin): origin is string => typeof origin === 'string' && originOf(origin) === origin,
    ),
  }
}

export const useTokenStore = defineStore('tokens', () => createTokens())
