import { onScopeDispose, shallowRef, watch } from 'vue'
import type { ChatMessage } from '@/core/chat'
import { countBranches, leafOf, told, type ChatTree, type ShownTree } from '@/core/chat-tree'
import {
  firstWords,
  joined,
  type Conversation,
  type ConversationInput,
  type ConversationSettings,
} from '@/core/conversation'
import { newId } from '@/core/id'
import type { Draft } from '@/core/task'
import { useConversationStore } from '@/stores/conversations'
import { sessionStore } from '@/stores/local'
import { messageBytes } from './conversation-size'
import type { TaskPage } from './useTaskPage'

/** The conversation that this tab was the last to write, and the revision of it. */
const LATEST_KEY = 'taskscope.conversation'
const SOON_MS = 300
/** What a crash in the middle of an answer may cost. */
const WRITING_MS = 2000

export const shownTree = (tree: ChatTree): ShownTree => ({
  messages: told(tree),
  leaf: leafOf(tree),
})

/**
 * Keeps the conversation on the page in the history as it grows. What is kept is the truth: what the page holds is
 * joined with it when the page opens, and whenever a part of it is not on the page.
 * @param written the conversation with what came so far of the answer that is being written
 */
export function useConversationSync<Input extends ConversationInput, Output>(
  page: TaskPage<Input, Output>,
  written: (input: Input) => ChatTree,
) {
  const store = useConversationStore()
  const name = shallowRef('')
  const damaged = shallowRef(0)

  /** The page holds what was left on it. */
  let fresh = true
  /** The conversation that the page was joined with. */
  let attached: string | undefined
  let startedAt = Date.now()
  /** The messages as they were last written: what is another object since, is new. */
  let kept = new Map<string, unknown>()
  /** What the person has taken out; put back, it is written again. */
  const dropped = new Set<string>()
  let lastTold = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let due = 0
  let last: Promise<unknown> = Promise.resolve()

  const isHere = (id: string) => page.draft.value.input.conversation === id
  const show = (tree: ShownTree) => page.setInput({ ...tree } as unknown as Partial<Input>)

  /** Joins the page with what is kept of its conversation. */
  async function attach(id: string | undefined) {
    attached = undefined
    name.value = ''
    damaged.value = 0
    kept = new Map()
    dropped.clear()
    if (!id) return
    const found = await store.get(id)
    if (!isHere(id)) return
    if (found) {
      const goesOn = typeof page.opened.value !== 'object'
      const left = fresh && goesOn && isLatest(found.conversation)
      take(found.conversation, { isNewer: () => left, goesOn })
    }
    fresh = false
    startedAt = found?.conversation.summary.startedAt ?? Date.now()
    damaged.value = found?.damaged ?? 0
    attached = id
    lastTold = ''
    flush()
  }

  function take(conversation: Conversation, how: Parameters<typeof joined>[2]) {
    const left = conversation.messages.filter(({ id }) => !dropped.has(id))
    show(joined(shownTree(page.draft.value.input), { ...conversation, messages: left }, how))
    kept = new Map(conversation.messages.map((message) => [message.id, message]))
    name.value = conversation.summary.name
  }

  /** Nobody has written since this tab did: what it has left of the page, by a reload for one, can only be newer. */
  function isLatest({ summary: { id, revision } }: Conversation): boolean {
    return revision !== undefined && sessionStore.read(LATEST_KEY) === `${id} ${revision}`
  }

  /** Another tab has said more, or the page holds an older state of the conversation. */
  async function rejoin(id: string, isNewer: (own: ChatMessage) => boolean) {
    const found = await store.get(id)
    if (!found || attached !== id || !isHere(id)) return
    take(found.conversation, { isNewer, goesOn: false })
  }

  /** Writes what is new. */
  function flush(draft: Draft<Input> = page.draft.value) {
    clearTimeout(timer)
    timer = undefined
    const id = attached
    if (!id || id !== draft.input.conversation) return
    const tree = shownTree(written(draft.input))
    const here = new Map(tree.messages.map((message) => [message.id, message]))
    for (const each of here.keys()) dropped.delete(each)
    const gone = [...kept.keys()].filter((each) => !here.has(each))
    if (gone.some((each) => !dropped.has(each))) return void rejoin(id, () => false)
    const changed = tree.messages.filter((message) => kept.get(message.id) !== message)
    name.value ||= firstWords(tree)
    const conversation = {
      ...tree,
      settings: settingsOf(draft),
      summary: summaryOf(id, draft, tree),
    }
    const summary = JSON.stringify([conversation.settings, tree.leaf])
    if (changed.length + gone.length === 0 && summary === lastTold) return
    lastTold = summary
    kept = here
    const change = { changed: changed.map((message) => message.id), removed: gone }
    last = last.then(() => write(conversation, change))
  }

  async function write(
    conversation: Conversation,
    change: { readonly changed: readonly string[]; readonly removed: readonly string[] },
  ) {
    const { id, revision = '' } = conversation.summary
    const result = await store.save(conversation, change)
    if (result.kind === 'ok') sessionStore.write(LATEST_KEY, `${id} ${revision}`)
    if (attached !== id) return
    if (result.kind !== 'ok') {
      // All that was to be written is new at the next change.
      for (const each of change.changed) kept.delete(each)
      lastTold = ''
    } else if (result.order?.some((each) => !kept.has(each) && !dropped.has(each))) {
      await rejoin(id, (own) => kept.get(own.id) !== own)
    }
  }

  function summaryOf(id: string, draft: Draft<Input>, tree: ShownTree): Conversation['summary'] {
    return {
      id,
      name: name.value,
      named: false,
      model: draft.model,
      startedAt,
      updatedAt: Date.now(),
      messages: tree.messages.length,
      branches: countBranches(tree),
      revision: newId(),
      bytes: messageBytes(tree.messages),
    }
  }

  /** At the earliest of the times that were asked for. */
  function schedule(ms: number) {
    const at = Date.now() + ms
    if (timer !== undefined && due <= at) return
    clearTimeout(timer)
    due = at
    timer = setTimeout(flush, ms)
  }

  watch(page.draft, (next, before) => {
    if (before.input.conversation !== next.input.conversation) flush(before)
    else schedule(SOON_MS)
  })
  watch(
    () => page.draft.value.input.conversation,
    (id) => void attach(id),
    { immediate: true },
  )
  watch(page.run, () => {
    if (page.running.value) schedule(WRITING_MS)
  })
  const leaving = new AbortController()
  addEventListener('pagehide', () => flush(), leaving)
  onScopeDispose(() => {
    leaving.abort()
    flush()
  })

  return {
    name,
    damaged,
    /** The person has taken these messages out. */
    drop: (ids: readonly string[]) => ids.forEach((id) => dropped.add(id)),
    /** Writes what is new, at once. */
    keep: () => flush(),
    /** Resolves once all that is new was written. */
    settled() {
      flush()
      return last
    },
  }
}

function settingsOf<Input extends ConversationInput>(draft: Draft<Input>): ConversationSettings {
  const { model, parameters, stream } = draft
  const { system, plain = false } = draft.input
  return { model, system, parameters, stream, plain }
}
