import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { bounded, type MadePicture } from '@/core/made-pictures'

/** The pictures that were made since the app was opened, by task, newest first. In memory: the history keeps the runs. */
export const useGalleryStore = defineStore('gallery', () => {
  const pictures = shallowRef<Readonly<Record<string, readonly MadePicture[]>>>({})

  const of = (task: string) => pictures.value[task] ?? []

  function set(task: string, next: readonly MadePicture[]) {
    pictures.value = { ...pictures.value, [task]: bounded(next) }
  }

  return {
    of,
    add: (task: string, made: readonly MadePicture[]) => set(task, [...made, ...of(task)]),
    change: (task: string, id: string, change: Partial<MadePicture>) =>
      set(
        task,
        of(task).map((each) => (each.id === id ? { ...each, ...change } : each)),
      ),
    remove: (task: string, id?: string) =>
      set(task, id === undefined ? [] : of(task).filter((each) => each.id !== id)),
  }
})
