import { nextTick, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { ChatTree, ShownTree } from '@/core/chat-tree'
import type { Conversation, ConversationInput } from '@/core/conversation'
import { newId } from '@/core/id'
import { useConversationStore } from '@/stores/conversations'
import { shownTree, useConversationSync } from './useConversationSync'
import type { TaskPage } from './useTaskPage'

/**
 * The conversation on the page as one thing of the history: kept as it grows, named, begun anew, opened by the address.
 * @param written the conversation with what came so far of the answer that is being written
 */
export function useConversation<Input extends ConversationInput, Output>(
  page: TaskPage<Input, Output>,
  written: (input: Input) => ChatTree,
) {
  const store = useConversationStore()
  const route = useRoute()
  const router = useRouter()
  const { name, damaged, drop, keep, settled } = useConversationSync(page, written)
  /** The address names a conversation that is not there. */
  const missing = shallowRef(false)

  /** Fills the page; what was on it can be had back by undo. */
  function load({ summary, settings: { system, plain, ...rest }, messages, leaf }: Conversation) {
    const fields: ConversationInput = { messages, leaf, system, plain, conversation: summary.id }
    page.replace({ ...rest, input: { ...page.task.emptyInput, ...fields } })
    page.showNone()
  }

  async function open(id: string) {
    await page.ready
    const found = await store.get(id)
    missing.value = !found
    if (found && page.draft.value.input.conversation !== id) load(found.conversation)
  }

  /** An empty page with the same model, parameters and system prompt. */
  function begin() {
    const { system, plain } = page.draft.value.input
    const input = { ...page.task.emptyInput, system, plain }
    page.replace({ ...page.draft.value, input })
    page.showNone()
  }

  /** Puts a conversation out of a file on the page; it is a new one of the history. */
  async function bring(conversation: Conversation) {
    const { named, name: given } = conversation.summary
    load({ ...conversation, summary: { ...conversation.summary, id: newId() } })
    await nextTick()
    if (named) await rename(given)
  }

  async function rename(next: string) {
    const { conversation } = page.draft.value.input
    if (!conversation) return
    await settled()
    name.value = next
    await store.rename(conversation, next)
  }

  /** Changes a conversation that is not on the page: an answer came for it. */
  async function addElsewhere(id: string, add: (tree: ShownTree) => ChatTree | undefined) {
    await settled()
    const found = await store.get(id)
    const tree = found && add(found.conversation)
    if (!found || !tree) return
    const next = shownTree(tree)
    const before = new Set<unknown>(found.conversation.messages)
    const changed = next.messages.filter((message) => !before.has(message))
    await store.save(
      { ...found.conversation, ...next },
      { changed: changed.map((message) => message.id), removed: [] },
    )
  }

  watch(
    () => route.query.conversation,
    async (id) => {
      if (typeof id !== 'string') return
      await open(id)
      const { conversation: _named, ...query } = route.query
      await router.replace({ path: route.path, query })
    },
    { immediate: true },
  )

  return { name, missing, damaged, drop, keep, begin, bring, rename, addElsewhere, store }
}
