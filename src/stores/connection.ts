import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import {
  HF_INFERENCE,
  type Connection,
  type ConnectionKind,
  type EndpointAuth,
} from '@/core/connection'
import { choice, localStore, parseFields, type SafeStore } from './local'
import { HUGGING_FACE, useTokenStore } from './tokens'

const STORAGE_KEY = 'taskscope.connection'

const kinds = ['sandbox', 'provider', 'endpoint'] as const
const auths = ['none', 'own', 'huggingface'] as const

const text = (value: unknown, otherwise: string) =>
  typeof value === 'string' && value.length <= 2000 ? value : otherwise

/** What was chosen last, field by field: a damaged one becomes its default, the others stay. Holds no secret. */
export function parseStoredConnection(stored: string | undefined) {
  const fields = parseFields(stored)
  return {
    kind: choice<ConnectionKind>(kinds, fields.kind),
    provider: text(fields.provider, '').trim() || HF_INFERENCE,
    billTo: text(fields.billTo, ''),
    endpointUrl: text(fields.endpointUrl, ''),
    endpointAuth: choice<EndpointAuth>(auths, fields.endpointAuth),
    offered: fields.offered === true,
  }
}

/** Where requests go. Each kind keeps its own settings while another one is chosen. */
export function createConnection(hasToken: () => boolean, store: SafeStore = localStore) {
  const stored = parseStoredConnection(store.read(STORAGE_KEY))
  const kind = shallowRef(stored.kind)
  const provider = shallowRef(stored.provider)
  const billTo = shallowRef(stored.billTo)
  const endpointUrl = shallowRef(stored.endpointUrl)
  const endpointAuth = shallowRef(stored.endpointAuth)
  /** The offer to go to Hugging Face was made before. */
  const offered = shallowRef(stored.offered)
  /** A first token was saved while the sandbox is chosen: offer Hugging Face, but leave the choice to the person. */
  const offer = shallowRef(false)

  const connection = computed<Connection>(() => {
    if (kind.value === 'provider') {
      return { kind: 'provider', provider: provider.value, billTo: billTo.value.trim() }
    }
    return kind.value === 'endpoint'
      ? { kind: 'endpoint', url: endpointUrl.value, auth: endpointAuth.value }
      : { kind: 'sandbox' }
  })

  /** Takes over a whole connection, such as that of a run from the history. */
  function use(next: Connection): void {
    kind.value = next.kind
    if (next.kind === 'provider') {
      provider.value = next.provider
      billTo.value = next.billTo
    } else if (next.kind === 'endpoint') {
      endpointUrl.value = next.url
      endpointAuth.value = next.auth
    }
  }

  function acceptOffer(): void {
    kind.value = 'provider'
    offer.value = false
  }

  function dismissOffer(): void {
    offer.value = false
  }

  watch(
    hasToken,
    (has) => {
      if (!has) offer.value = false
      else if (!offered.value && kind.value === 'sandbox') {
        offered.value = true
        offer.value = true
      }
    },
    { flush: 'sync' },
  )
  // Who has left the sandbox by themselves needs no offer to do so.
  watch(kind, (next) => next !== 'sandbox' && dismissOffer(), { flush: 'sync' })
  watch(
    () => ({
      kind: kind.value,
      provider: provider.value,
      billTo: billTo.value,
      endpointUrl: endpointUrl.value,
      endpointAuth: endpointAuth.value,
      offered: offered.value,
    }),
    (fields) => store.write(STORAGE_KEY, JSON.stringify(fields)),
  )

  return {
    kind,
    provider,
    billTo,
    endpointUrl,
    endpointAuth,
    offered,
    offer,
    connection,
    use,
    acceptOffer,
    dismissOffer,
  }
}

export const useConnectionStore = defineStore('connection', () => {
  const tokens = useTokenStore()
  return createConnection(() => tokens.has(HUGGING_FACE))
})
