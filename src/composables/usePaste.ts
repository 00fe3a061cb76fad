import { computed, onBeforeUnmount, shallowRef } from 'vue'
import { watchDebounced } from '@vueuse/core'
import { parseCurl, withoutSecrets } from '@/core/curl'
import { handOver, readIncoming } from '@/core/incoming'
import type { AnyTask } from '@/core/task'
import { useConnectionStore } from '@/stores/connection'
import { useIncomingStore } from '@/stores/incoming'
import { HUGGING_FACE, originOf, useTokenStore, type TokenKey } from '@/stores/tokens'
import { useServices } from './services'

/**
 * A pasted command, read while it is typed. A token in it leaves the text at once and is held here, outside of all
 * state, until the person keeps it or leaves. Nothing is sent.
 */
export function usePaste(tasks: () => readonly AnyTask[]) {
  const { sandboxUrl } = useServices()
  const tokens = useTokenStore()
  const connection = useConnectionStore()
  const incomingStore = useIncomingStore()
  const text = shallowRef('')
  const settled = shallowRef('')
  const chosen = shallowRef('')
  const keptFor = shallowRef<readonly TokenKey[]>([])
  const refused = shallowRef(false)
  const hasToken = shallowRef(false)
  let token: string | undefined

  /** What the person typed or pasted; `text` has it without its secrets when this returns. */
  function take(typed: string): void {
    const read = parseCurl(typed)
    text.value = read.secrets.length > 0 ? withoutSecrets(typed, read.secrets) : typed
    if (read.token && 'value' in read.token) hold(read.token.value)
    else if (!read.token) drop()
  }

  function hold(value: string): void {
    token = value
    hasToken.value = true
    keptFor.value = []
    refused.value = false
  }

  function drop(): void {
    token = undefined
    hasToken.value = false
    keptFor.value = []
    refused.value = false
  }
  onBeforeUnmount(drop)

  watchDebounced(text, (value) => (settled.value = value), { debounce: 120, maxWait: 400 })
  const request = computed(() => (settled.value.trim() ? parseCurl(settled.value) : undefined))
  const incoming = computed(() => {
    const asked = request.value
    return asked && tasks().length > 0 ? readIncoming(asked, tasks(), sandboxUrl) : undefined
  })
  const candidate = computed(() => {
    const found = incoming.value?.candidates ?? []
    return found.find(({ task }) => task === chosen.value) ?? found[0]
  })

  /** Where the token could be kept for: Hugging Face, or the origin that the command goes to. */
  const places = computed<readonly TokenKey[]>(() => {
    const asked = request.value
    if (!hasToken.value || !asked) return []
    const origin = originOf(asked.url)
    const own = incoming.value?.connection.kind === 'endpoint' && origin ? [origin] : []
    const looksOurs =
      asked.token && 'variable' in asked.token && asked.token.variable === 'HF_TOKEN'
    return looksOurs ? [HUGGING_FACE, ...own] : own
  })

  function keep(key: TokenKey): void {
    if (token === undefined) return
    const note = tokens.save(key, token)
    refused.value = note === 'empty' || note === 'invalid'
    if (!refused.value) keptFor.value = [...keptFor.value, key]
  }

  /** Hands the request to its page; gives the page's path. An endpoint gets a token only if it was kept for it. */
  function open(): string | undefined {
    if (!incoming.value || !candidate.value) return undefined
    const handed = handOver(incoming.value, candidate.value)
    const { connection: where } = handed
    const own = where.kind === 'endpoint' && keptFor.value.includes(originOf(where.url) ?? '')
    const billed = where.kind === 'provider' && where.billTo === ''
    incomingStore.offer({
      ...handed,
      connection: own
        ? { ...where, auth: 'own' }
        : billed
          ? { ...where, billTo: connection.billTo }
          : where,
    })
    return `/tasks/${handed.task}`
  }

  return { text, take, request, incoming, candidate, chosen, places, keptFor, refused, keep, open }
}
