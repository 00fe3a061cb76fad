import { describe, expect, it } from 'vitest'
import { createFavourites } from './favourites'
import { safeStore } from './local'

function device(initial?: string) {
  const items = new Map<string, string>()
  if (initial !== undefined) items.set('taskscope.favourites', initial)
  const store = safeStore(() => ({
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }))
  return { items, store }
}

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

describe('favourites', () => {
  it('keeps the stars of each page, the latest first, over a reload', () => {
    const { store } = device()
    const stars = createFavourites(store, undefined)
    stars.toggle('a/one', ['summarization'])
    stars.toggle('b/two', ['summarization', 'translation'])
    expect(ids(stars.of('summarization'))).toEqual(['b/two', 'a/one'])
    expect(ids(stars.of('translation'))).toEqual(['b/two'])
    stars.toggle('a/one', ['translation'])
    expect(stars.has('a/one')).toBe(false)
    expect(ids(createFavourites(store, undefined).favourites.value)).toEqual(['b/two'])
  })

  it('begins with what another tab has stored, and hears of it', () => {
    const { store } = device()
    const events = new EventTarget()
    const here = createFavourites(store, events)
    const there = createFavourites(store, undefined)
    there.toggle('a/one', ['x'])
    events.dispatchEvent(Object.assign(new Event('storage'), { key: 'taskscope.favourites' }))
    expect(here.has('a/one')).toBe(true)
    there.toggle('b/two', ['x'])
    here.toggle('c/three', ['x'])
    expect(ids(here.favourites.value)).toEqual(['c/three', 'b/two', 'a/one'])
  })

  it('works without storage, as long as the page lives, and says so', () => {
    const refuses = safeStore(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const stars = createFavourites(refuses, undefined)
    stars.toggle('a/one', ['x'])
    stars.toggle('b/two', ['x'])
    expect(ids(stars.favourites.value)).toEqual(['b/two', 'a/one'])
    expect(stars.unsaved.value).toBe(true)
  })

  it.each([
    ['not JSON', '{', []],
    ['another shape', '{"favourites":{"id":"a"}}', []],
    [
      'one bad among good',
      '{"favourites":[{"id":"<b>","tasks":[]},{"id":"a/b","tasks":["x"]},{"id":"a/b","tasks":[]},{"id":"c"},7]}',
      ['a/b'],
    ],
  ])('reads %s', (_name, stored, expected) => {
    expect(ids(createFavourites(device(stored).store, undefined).favourites.value)).toEqual(
      expected,
    )
  })

  it('takes no name that no model can have', () => {
    const stars = createFavourites(device().store, undefined)
    stars.toggle('<img src=x>', ['x'])
    expect(stars.favourites.value).toEqual([])
  })
})
