import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { newId } from '@/core/id'
import { isObject, isString, type JsonObject } from '@/core/json'
import { localStore, parseFields, type SafeStore } from './local'

const STORAGE_KEY = 'taskscope.presets'
const LONGEST_NAME = 80

/** What a page was set up with, kept under a name. What it holds is the page's own: it must leave out credentials. */
export interface Preset {
  readonly id: string
  readonly task: string
  readonly name: string
  readonly value: JsonObject
}

/** Named presets of all tasks, in the order in which they were first saved. One step can be taken back. */
export function createPresets(store: SafeStore = localStore) {
  const presets = shallowRef<readonly Preset[]>(read())
  const previous = shallowRef<readonly Preset[]>()

  function read(): readonly Preset[] {
    const { presets: stored } = parseFields(store.read(STORAGE_KEY))
    return Array.isArray(stored) ? stored.filter(isPreset) : []
  }

  /** Another tab may have saved in the meantime: a change begins with what is stored now. */
  function change(by: (list: readonly Preset[]) => readonly Preset[]): boolean {
    const before = read()
    const next = by(before)
    if (!store.write(STORAGE_KEY, JSON.stringify({ presets: next }))) return false
    previous.value = before
    presets.value = next
    return true
  }

  const of = (task: string) => presets.value.filter((preset) => preset.task === task)
  const named = (list: readonly Preset[], task: string, name: string) =>
    list.find((each) => each.task === task && each.name.toLowerCase() === name.toLowerCase())

  /** Saves under a name, in place of the preset that had it; undefined for no name, or where the browser refuses. */
  function save(task: string, rawName: string, value: JsonObject): Preset | undefined {
    const name = cleanName(rawName)
    if (name === '') return undefined
    const id = named(read(), task, name)?.id ?? newId()
    const preset = { id, task, name, value }
    const saved = change((list) =>
      list.some((each) => each.id === id)
        ? list.map((each) => (each.id === id ? preset : each))
        : [...list, preset],
    )
    return saved ? preset : undefined
  }

  /** False for no name, a name that another preset of the task has, or where the browser refuses. */
  function rename(id: string, rawName: string): boolean {
    const name = cleanName(rawName)
    const list = read()
    const preset = list.find((each) => each.id === id)
    if (!preset || name === '') return false
    const other = named(list, preset.task, name)
    if (other && other.id !== id) return false
    return change((all) => all.map((each) => (each.id === id ? { ...each, name } : each)))
  }

  const remove = (id: string): boolean => change((list) => list.filter((each) => each.id !== id))

  /** Takes back the last change. */
  function undo(): void {
    const before = previous.value
    if (!before) return
    change(() => before)
    previous.value = undefined
  }

  return { presets, of, save, rename, remove, undo }
}

function cleanName(name: string): string {
  return name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME)
}

function isPreset(value: unknown): value is Preset {
  return (
    isObject(value) &&
    isString(value.id) &&
    isString(value.task) &&
    isString(value.name) &&
    isObject(value.value)
  )
}

export const usePresetStore = defineStore('presets', () => createPresets())
