import type { ChatMessage } from './chat'

/**
 * A conversation with all its branches. A message's `parent` is the id of the one before it, '' for none; a message that
 * names no parent follows the one before it in the list, so that a plain list is a conversation of one branch.
 */
export interface ChatTree {
  readonly messages: readonly ChatMessage[]
  /** The id at the end of the branch that is shown, '' for none; the last of the list unless told. */
  readonly leaf?: string
}

/** A tree whose shown branch is told. */
export interface ShownTree extends ChatTree {
  readonly leaf: string
}

/** The parent of the messages that begin a conversation. */
export const ROOT = ''

interface Links {
  readonly byId: ReadonlyMap<string, ChatMessage>
  readonly parents: ReadonlyMap<string, string>
  /** Ids in the order of the list; those of the first messages under ROOT. */
  readonly children: ReadonlyMap<string, readonly string[]>
}

const known = new WeakMap<readonly ChatMessage[], Links>()

/** Lists are never changed, so that what hangs together is worked out once for each. */
function linksOf(messages: readonly ChatMessage[]): Links {
  const made = known.get(messages)
  if (made) return made
  const byId = new Map(messages.map((message) => [message.id, message]))
  const parents = new Map<string, string>()
  /** Named before they came: only these could close a circle. */
  const early = new Set<string>()
  messages.forEach(({ id, parent }, index) => {
    const named = parent ?? messages[index - 1]?.id ?? ROOT
    if (!parents.has(named)) early.add(named)
    const circle = named === id || (early.has(id) && leadsTo(parents, named, id))
    parents.set(id, byId.has(named) && !circle ? named : ROOT)
  })
  const children = new Map<string, string[]>()
  for (const [id, parent] of parents) {
    const group = children.get(parent)
    if (group) group.push(id)
    else children.set(parent, [id])
  }
  const links = { byId, parents, children }
  known.set(messages, links)
  return links
}

/** A damaged list could name its parents in a circle. */
function leadsTo(parents: ReadonlyMap<string, string>, from: string, id: string): boolean {
  for (let at: string | undefined = from; at; at = parents.get(at)) if (at === id) return true
  return false
}

/** The messages of the shown branch, from the first to the leaf: what is sent, and what is shown. */
export function path(tree: ChatTree): readonly ChatMessage[] {
  const { byId, parents } = linksOf(tree.messages)
  const found: ChatMessage[] = []
  for (let id = leafOf(tree); id !== ROOT; id = parents.get(id) ?? ROOT) {
    const message = byId.get(id)
    if (message) found.push(message)
  }
  return found.reverse()
}

/** The end of the shown branch; '' where there is no message. */
export function leafOf({ messages, leaf }: ChatTree): string {
  if (leaf === ROOT || (leaf !== undefined && linksOf(messages).byId.has(leaf))) return leaf
  return messages.at(-1)?.id ?? ROOT
}

/** The id of the message before; '' for the first of a branch, and for a message that is not there. */
export function parentOf({ messages }: ChatTree, id: string): string {
  return linksOf(messages).parents.get(id) ?? ROOT
}

/** The messages that follow one, oldest first; `''` for those that begin the conversation. */
export function following({ messages }: ChatTree, id: string): readonly string[] {
  return linksOf(messages).children.get(id) ?? []
}

/** All messages that stand where this one stands, itself among them, oldest first. */
export function siblings(tree: ChatTree, id: string): readonly string[] {
  return following(tree, parentOf(tree, id))
}

/** The number of branches: messages that nothing follows. */
export function countBranches({ messages }: ChatTree): number {
  const { children } = linksOf(messages)
  return messages.filter(({ id }) => !children.has(id)).length
}

/** Each message with its parent told, so that the list may be reordered and thinned. */
export function told({ messages }: ChatTree): readonly ChatMessage[] {
  const { parents } = linksOf(messages)
  return messages.map((message) => {
    const parent = parents.get(message.id) ?? ROOT
    return message.parent === parent ? message : { ...message, parent }
  })
}

/** Puts a message at the end of the shown branch, or behind another one; it ends the shown branch then. */
export function append(tree: ChatTree, message: ChatMessage, behind = leafOf(tree)): ShownTree {
  return { messages: [...told(tree), { ...message, parent: behind }], leaf: message.id }
}

/**
 * Puts back what a change took away, and lets what was said since stand: messages of `before` come back to their places,
 * as they are now where they still are.
 */
export function putBack(tree: ChatTree, before: ChatTree): ShownTree {
  const now = new Map(told(tree).map((message) => [message.id, message]))
  const old = told(before)
  const kept = new Set(old.map(({ id }) => id))
  const restored = old.map((message) => {
    const here = now.get(message.id)
    return here ? { ...here, parent: message.parent } : message
  })
  const since = [...now.values()].filter(({ id }) => !kept.has(id))
  return {
    messages: [...restored, ...since],
    leaf: since.length > 0 ? leafOf(tree) : leafOf(before),
  }
}

/** Changes a message where it stands. */
export function change(
  tree: ChatTree,
  id: string,
  fields: Omit<Partial<ChatMessage>, 'id' | 'parent'>,
): ShownTree {
  const messages = told(tree).map((message) =>
    message.id === id ? { ...message, ...fields } : message,
  )
  return { messages, leaf: leafOf(tree) }
}

/** A message beside an existing one, in its place: what followed the other stays with the other. */
export function appendBeside(tree: ChatTree, id: string, message: ChatMessage): ShownTree {
  return append(tree, message, parentOf(tree, id))
}

/** Shows the branch up to a message only: what is said next begins a new branch there. */
export function branchAt(tree: ChatTree, id: string): ShownTree {
  return { messages: told(tree), leaf: id }
}

/** Shows the branch that holds a message, to its latest end. */
export function choose(tree: ChatTree, id: string): ShownTree {
  let leaf = id
  for (let next = latest(tree, leaf); next; next = latest(tree, leaf)) leaf = next
  return { messages: told(tree), leaf }
}

const latest = (tree: ChatTree, id: string) => following(tree, id).at(-1)

/** Takes one message out; what followed it follows the message before it. */
export function remove(tree: ChatTree, id: string): ShownTree {
  const parent = parentOf(tree, id)
  const messages = told(tree)
    .filter((message) => message.id !== id)
    .map((message) => (message.parent === id ? { ...message, parent } : message))
  const leaf = leafOf(tree)
  return leaf === id ? choose({ messages }, parent) : { messages, leaf }
}

/** Takes a message out with all that follows it, in every branch. */
export function removeBranch(tree: ChatTree, id: string): ShownTree {
  const gone = new Set([id])
  for (const next of gone) for (const child of following(tree, next)) gone.add(child)
  const messages = told(tree).filter((message) => !gone.has(message.id))
  const leaf = leafOf(tree)
  return gone.has(leaf) ? choose({ messages }, parentOf(tree, id)) : { messages, leaf }
}
