import { computed, shallowRef, watch } from 'vue'
import type { ChatMessage } from '@/core/chat'
import {
  append,
  appendBeside,
  branchAt,
  change,
  choose,
  leafOf,
  parentOf,
  path,
  putBack,
  remove,
  removeBranch,
  following,
  ROOT,
  siblings,
  type ChatTree,
} from '@/core/chat-tree'
import { newId } from '@/core/id'
import { isFinished, isRunning, type ActiveRun } from '@/core/run'
import { pendingCalls, resultMessages } from '@/core/tools'
import type { TaskPage } from '@/composables/useTaskPage'
import { answersOf, continuedBy, withAnswers } from './answer'
import { tokensOf } from './answer-tokens'
import type { Input } from './input'
import type { Output } from './output'

export type Chat = ReturnType<typeof useChat>

/** What of a message a person writes. */
export type Written = Pick<ChatMessage, 'text' | 'images'>

/** What can be taken back: a message was taken out, or changed where it stands. */
export interface Undoable {
  readonly what: 'removed' | 'changed'
  readonly undo: () => void
  /** Takes out what followed the message as well. */
  readonly removeRest?: () => void
}

/** Where conversations are kept. */
export interface Book {
  /** Takes an answer whose conversation is no longer on the page. */
  readonly elsewhere: (run: ActiveRun<Output>, given: Input) => void
  /** Writes what is new. */
  readonly keep: () => void
  /** Hears which messages the person has taken out. */
  readonly removed: (ids: readonly string[]) => void
}

/** The conversation on the page: what can be said, changed and taken out. */
export function useChat(page: TaskPage<Input, Output>, book: Book) {
  const undoable = shallowRef<Undoable>()
  /** As it is now, also in the tick in which it was changed. */
  const input = () => page.draft.value.input
  const show = (tree: ChatTree, more: Partial<Input> = {}) => page.setInput({ ...tree, ...more })

  const messages = computed(() => page.draft.value.input.messages)
  const leaf = computed(() => leafOf(page.draft.value.input))
  const branch = computed(() => path({ messages: messages.value, leaf: leaf.value }))
  /** The answer that is being written, if its place is in the branch that is shown. */
  const writing = computed<ChatMessage | undefined>(() => {
    const run = page.run.value
    if (run.phase === 'idle' || !isRunning(run)) return undefined
    const given = page.ranInput.value
    const isShown = leafOf(input()) === leafOf(given) && isAsked(given)
    return isShown ? answersOf(run, continuedBy(given))[0] : undefined
  })
  const turns = computed(() => {
    const written = writing.value
    if (!written) return branch.value
    const before = branch.value.at(-1)?.id === written.id ? branch.value.slice(0, -1) : branch.value
    return [...before, written]
  })

  const isAsked = (given: Input) => given.conversation === input().conversation

  /** An answer, whole or cut short, becomes part of its conversation once. */
  function settle(run: ActiveRun<Output>, given: Input) {
    if (!isAsked(given)) return book.elsewhere(run, given)
    const tree = withAnswers(input(), run, given)
    if (tree) show(tree)
  }
  watch(page.run, (run) => {
    if (isFinished(run)) settle(run, page.ranInput.value)
  })

  /** A message that cuts an answer short comes behind what was said of it. */
  function cutShort() {
    const run = page.run.value
    if (run.phase !== 'idle' && isRunning(run))
      settle({ ...run, phase: 'aborted' }, page.ranInput.value)
  }

  /** Sends the branch that is shown. */
  async function ask() {
    if (!input().conversation) page.setInput({ conversation: newId() })
    const starting = page.start()
    const given = page.blocked.value ? undefined : page.ranInput.value
    const run = await starting
    if (!run) return
    settle(run, given ?? page.ranInput.value)
    // The page may be gone by now, and nothing else would notice.
    book.keep()
  }

  /** Results for the calls that wait, and what is in the composer, become part of the conversation; then it is sent. */
  async function send() {
    if (page.blocked.value) await page.ready
    const { draft, draftImages = [], toolResults = {} } = input()
    if (!page.blocked.value) {
      cutShort()
      const results = resultMessages(pendingCalls(branch.value), toolResults, newId)
      results.forEach((message) => show(append(input(), message), { toolResults: {} }))
      if (draft.trim() !== '' || draftImages.length > 0) {
        const said = { id: newId(), role: 'user' as const, text: draft, images: draftImages }
        show(append(input(), said), { draft: '', draftImages: [] })
      }
    }
    await ask()
  }

  /** Sends the branch up to its end, and leaves the composer alone. */
  async function askAgain(tree: ChatTree) {
    show(tree, { asking: leafOf(tree) })
    await ask()
  }

  /** Answers again what was said before an answer, in a branch of its own. */
  const regenerate = (id: string) => askAgain(branchAt(input(), parentOf(input(), id)))

  /** Asks the model to go on from an answer that did not come to its end. */
  const goOn = (id: string) => askAgain(branchAt(input(), id))

  /** Goes on from a part of an answer, in a branch of its own. */
  const goOnFrom = (id: string, text: string) =>
    askAgain(
      appendBeside(input(), id, { id: newId(), role: 'assistant' as const, text, images: [] }),
    )

  /** Says something else in the place of a message, and sends it. What was said before stays, as another branch. */
  async function sayInstead(id: string, written: Written) {
    cutShort()
    const message = { id: newId(), role: 'user' as const, ...written }
    await askAgain(appendBeside(input(), id, message))
  }

  /** Changes a message where it stands; nothing is sent. */
  function rewrite(id: string, written: Written) {
    const before = input().messages.find((message) => message.id === id)
    if (!before) return
    const { text, images, edited } = before
    show(change(input(), id, { ...written, edited: true }))
    const undo = () => show(change(input(), id, { text, images, edited }))
    undoable.value = { what: 'changed', undo: once(undo) }
  }

  /** Takes a message out; what followed it stays. */
  function takeOut(id: string) {
    const before = input()
    const followed = before.messages.some((message) => parentOf(before, message.id) === id)
    const undo = () => show(putBack(input(), before))
    const removeRest = () => {
      const whole = putBack(input(), before)
      takeAll(whole, removeBranch(whole, id))
      undoable.value = { what: 'removed', undo: once(undo) }
    }
    takeAll(before, remove(before, id))
    undoable.value = { what: 'removed', undo: once(undo), ...(followed ? { removeRest } : {}) }
  }

  function takeAll(before: ChatTree, after: ChatTree) {
    const left = new Set(after.messages.map((message) => message.id))
    book.removed(before.messages.map((message) => message.id).filter((id) => !left.has(id)))
    show(after)
  }

  const once = (undo: () => void) => () => {
    undo()
    undoable.value = undefined
  }
  watch(
    () => page.draft.value.input.conversation,
    () => (undoable.value = undefined),
  )

  /** The conversation with what came so far of the answer that is being written. */
  function written(shownInput: Input): ChatTree {
    const run = page.run.value
    const given = page.ranInput.value
    if (run.phase === 'idle' || !isRunning(run)) return shownInput
    if (given.conversation !== shownInput.conversation) return shownInput
    return withAnswers(shownInput, run, given) ?? shownInput
  }

  return {
    turns,
    written,
    leaf,
    running: page.running,
    /** The id of the answer that is being written. */
    writingId: computed(() => writing.value?.id),
    undoable,
    send,
    /** Calls at the end of the branch that wait for a result. */
    pending: computed(() => (page.running.value ? [] : pendingCalls(branch.value))),
    results: computed(() => page.draft.value.input.toolResults ?? {}),
    giveResult: (id: string, text: string) =>
      page.setInput({ toolResults: { ...input().toolResults, [id]: text } }),
    /** The tool that a message answers for. */
    toolOf: ({ toolCallId, name }: ChatMessage) =>
      name ??
      branch.value.flatMap(({ toolCalls = [] }) => toolCalls).find(({ id }) => id === toolCallId)
        ?.name,
    regenerate,
    goOn,
    goOnFrom,
    /** The tokens of an answer, where the shown run told of them. */
    tokensOf: (message: ChatMessage) => tokensOf(message, page.run.value),
    sayInstead,
    rewrite,
    takeOut,
    /** Shows a branch up to a message: what is said next begins a new one. */
    branchFrom: (id: string) => show(branchAt(input(), id)),
    choose: (id: string) => show(choose(input(), id)),
    /** The ids of all messages that stand where this one stands; empty for one that is being written. */
    versionsOf: (id: string) =>
      messages.value.some((message) => message.id === id)
        ? siblings({ messages: messages.value }, id)
        : [],
    /** What follows the end of the branch that is shown, in branches that are not. */
    hiddenBehind: computed(() => following({ messages: messages.value }, leaf.value)),
    canRegenerate: ({ id, role }: ChatMessage) =>
      role === 'assistant' && parentOf({ messages: messages.value }, id) !== ROOT,
  }
}
