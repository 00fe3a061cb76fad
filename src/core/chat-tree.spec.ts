import { describe, expect, it } from 'vitest'
import type { ChatMessage } from './chat'
import {
  append,
  appendBeside,
  branchAt,
  change,
  choose,
  countBranches,
  following,
  leafOf,
  parentOf,
  path,
  putBack,
  remove,
  removeBranch,
  siblings,
  type ChatTree,
} from './chat-tree'

/** A message named by its id; ids of lower case are the user's. */
function say(id: string, parent?: string): ChatMessage {
  const role = id === id.toLowerCase() ? 'user' : 'assistant'
  return { id, role, text: id, images: [], ...(parent === undefined ? {} : { parent }) }
}

/** `a>B>c` is a branch of its own; `x:B` is a message x behind B. */
const tree = (list: string, leaf?: string): ChatTree => ({
  messages: list.split(' ').map((word) => say(...(word.split(':') as [string, string?]))),
  ...(leaf === undefined ? {} : { leaf }),
})

const shown = (of: ChatTree) =>
  path(of)
    .map(({ id }) => id)
    .join(' ')

/** a B c D, where c has a sibling e with the answer F, and B a sibling G. */
const branched = tree('a B c D e:B F G:a')

describe('path', () => {
  it.each<[string, ChatTree, string]>([
    ['nothing', { messages: [] }, ''],
    ['a plain list', tree('a B c D'), 'a B c D'],
    ['a plain list up to a leaf', tree('a B c D', 'B'), 'a B'],
    ['the branch of the last message', branched, 'a G'],
    ['another branch', { ...branched, leaf: 'D' }, 'a B c D'],
    ['a branch that was begun by an edit', { ...branched, leaf: 'F' }, 'a B e F'],
    ['nothing of a conversation', { ...branched, leaf: '' }, ''],
    ['the last where the leaf is lost', { ...branched, leaf: 'lost' }, 'a G'],
    ['two beginnings', tree('a B c: D', 'D'), 'c D'],
    ['a parent that stands later in the list', tree('B:a a: c:B'), 'a B c'],
  ])('shows %s', (_name, given, expected) => expect(shown(given)).toBe(expected))

  it.each([
    ['a parent that is lost', 'a B:gone', 'B'],
    ['a message that follows itself', 'a B:B', 'B'],
    ['a circle', 'a:C B:a C:B', 'C'],
  ])('ends at %s', (_name, list, expected) => expect(shown(tree(list))).toBe(expected))
})

describe('links', () => {
  it.each([
    ['B', 'a', ['B', 'G']],
    ['e', 'B', ['c', 'e']],
    ['F', 'e', ['F']],
    ['a', '', ['a']],
    ['lost', '', ['a']],
  ])('of %s', (id, parent, beside) => {
    expect(parentOf(branched, id)).toBe(parent)
    expect(siblings(branched, id)).toEqual(beside)
  })
  it('count the branches', () => {
    expect(countBranches(branched)).toBe(3)
    expect(countBranches({ messages: [] })).toBe(0)
  })
})

describe('changes', () => {
  it.each<[string, ChatTree, string, string]>([
    ['says the next', append(tree('a B'), say('c')), 'a B c', 'a B c'],
    ['begins', append({ messages: [] }, say('a')), 'a', 'a'],
    ['goes on in an older branch', append({ ...branched, leaf: 'D' }, say('h')), 'a B c D h', 'G'],
    ['asks differently', appendBeside(tree('a B c D'), 'c', say('e')), 'a B e', 'a B c D'],
    ['begins differently', appendBeside(tree('a B'), 'a', say('c')), 'c', 'a B'],
    ['answers again', append(branchAt(tree('a B c'), 'a'), say('D')), 'a D', 'a B c'],
    ['chooses to the latest end', choose(branched, 'B'), 'a B e F', 'D'],
    ['chooses one that has no branches', choose(branched, 'c'), 'a B c D', 'F'],
    ['branches in the middle', branchAt(tree('a B c D'), 'B'), 'a B', 'D'],
  ])('%s', (_name, changed, expected, kept) => {
    expect(shown(changed)).toBe(expected)
    const leaf = kept.split(' ').at(-1) ?? ''
    const other = { ...changed, leaf }
    expect(shown(other).endsWith(kept)).toBe(true)
  })

  it('changes a message where it stands, and no other', () => {
    const changed = change(tree('a B c'), 'B', { text: 'new' })
    expect(path(changed).map(({ text }) => text)).toEqual(['a', 'new', 'c'])
  })

  it.each<[string, ChatTree, string, string]>([
    ['the last', tree('a B c'), 'c', 'a B'],
    ['one in the middle', tree('a B c D'), 'B', 'a c D'],
    ['the first', tree('a B c'), 'a', 'B c'],
    ['the only one', tree('a'), 'a', ''],
    ['the end of a branch that has a sibling', { ...branched, leaf: 'D' }, 'D', 'a B c'],
    ['an answer that has another one', branched, 'G', 'a B e F'],
    ['none that is lost', tree('a B'), 'lost', 'a B'],
  ])('takes out %s', (_name, given, id, expected) => {
    const left = remove(given, id)
    expect(shown(left)).toBe(expected)
    const ids = given.messages.map((message) => message.id).filter((each) => each !== id)
    expect(left.messages.map((message) => message.id)).toEqual(ids)
  })

  it('keeps what followed a message in other branches too', () => {
    const left = remove(branched, 'B')
    expect(following(left, 'a')).toEqual(['c', 'e', 'G'])
  })

  it.each<[string, ChatTree, string, string, string]>([
    ['the end', tree('a B c D'), 'c', 'a B', 'a B'],
    ['a branch that is not shown', { ...branched, leaf: 'D' }, 'e', 'a B c D', 'a B c D G'],
    ['the shown one of two', { ...branched, leaf: 'F' }, 'e', 'a B c D', 'a B c D G'],
    ['several branches', { ...branched, leaf: 'F' }, 'B', 'a G', 'a G'],
    ['all', branched, 'a', '', ''],
  ])('takes out a message with what follows: %s', (_name, given, id, expected, left) => {
    const changed = removeBranch(given, id)
    expect(shown(changed)).toBe(expected)
    expect(changed.messages.map((message) => message.id).join(' ')).toBe(left)
  })

  it.each<[string, ChatTree, ChatTree, string]>([
    ['the last', tree('a B c'), remove(tree('a B c'), 'c'), 'a B c'],
    ['one in the middle', tree('a B c'), remove(tree('a B c'), 'B'), 'a B c'],
    ['a branch', branched, removeBranch(branched, 'a'), 'a G'],
    [
      'one behind which something was said since',
      tree('a B c'),
      append(remove(tree('a B c'), 'B'), say('D')),
      'a B c D',
    ],
  ])('puts back %s', (_name, before, after, expected) => {
    expect(shown(putBack(after, before))).toBe(expected)
  })
  it('puts back a message, and leaves the others as they are now', () => {
    const given = tree('a B c')
    const since = change(remove(given, 'a'), 'B', { text: 'new' })
    expect(path(putBack(since, given)).map(({ text }) => text)).toEqual(['a', 'new', 'c'])
  })

  it('never touches what it was given', () => {
    const given = Object.freeze(tree('a B c D').messages.map((message) => Object.freeze(message)))
    const before = JSON.stringify(given)
    remove(appendBeside({ messages: given }, 'c', say('e')), 'B')
    expect(JSON.stringify(given)).toBe(before)
    expect(leafOf({ messages: given })).toBe('D')
  })
})
