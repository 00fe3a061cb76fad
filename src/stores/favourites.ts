import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { isModelId } from '@/core/hub'
import { isObject, isString } from '@/core/json'
import { localStore, parseFields, type SafeStore } from './local'

const STORAGE_KEY = 'taskscope.favourites'
const MOST = 300

/** A model with a star, and the pages on which it was given. */
export interface Favourite {
  readonly id: string
  readonly tasks: readonly string[]
}

/** Models with a star, the latest first, on this device and in all of its tabs. */
export function createFavourites(
  store: SafeStore = localStore,
  events: Pick<EventTarget, 'addEventListener'> | undefined = globalThis.window,
) {
  const favourites = shallowRef(read())
  /** The last change could not be kept: it lasts as long as the page. */
  const unsaved = shallowRef(false)

  function read(): readonly Favourite[] {
    const { favourites: stored } = parseFields(store.read(STORAGE_KEY))
    const list: readonly unknown[] = Array.isArray(stored) ? stored : []
    const seen = new Set<string>()
    return list.filter(isFavourite).filter(({ id }) => !seen.has(id) && seen.add(id))
  }

  /** Another tab may have changed the list in the meantime: a change begins with what is stored now. */
  function change(by: (list: readonly Favourite[]) => readonly Favourite[]): void {
    const next = by(unsaved.value ? favourites.value : read()).slice(0, MOST)
    unsaved.value = !store.write(STORAGE_KEY, JSON.stringify({ favourites: next }))
    favourites.value = next
  }

  const has = (id: string): boolean => favourites.value.some((each) => each.id === id)
  const of = (task: string) => favourites.value.filter(({ tasks }) => tasks.includes(task))

  /** Gives a model its star, for the pages that are named, or takes it away from all. */
  function toggle(id: string, tasks: readonly string[]): void {
    if (!isModelId(id)) return
    const starred = has(id)
    change((list) => {
      const others = list.filter((each) => each.id !== id)
      return starred ? others : [{ id, tasks: [...tasks] }, ...others]
    })
  }

  events?.addEventListener('storage', (event) => {
    const { key } = event as StorageEvent
    if (key === STORAGE_KEY || key === null) favourites.value = read()
  })

  return { favourites, unsaved, has, of, toggle }
}

function isFavourite(value: unknown): value is Favourite {
  return (
    isObject(value) &&
    isString(value.id) &&
    isModelId(value.id) &&
    Array.isArray(value.tasks) &&
    value.tasks.every(isString)
  )
}

export const useFavouriteStore = defineStore('favourites', () => createFavourites())
