import { defineAsyncComponent, inject, type Component, type InjectionKey } from 'vue'
import type { LazyArea } from '@/core/areas'

/** Loads an area's words in the language shown; they then follow the language. */
export type NeedWords = (area: LazyArea) => Promise<void>

export const needWordsKey: InjectionKey<NeedWords> = Symbol('words')

/** Gives what loads an area's words. Call it in setup. */
export function useAreaWords(): NeedWords {
  const need = inject(needWordsKey)
  if (!need) throw new Error('The composition root provides no words')
  return need
}

/** A component that comes when it is first shown, together with its words. Call it in setup. */
export function useLazyComponent<T extends Component>(
  area: LazyArea,
  load: () => Promise<{ readonly default: T }>,
): T {
  const need = useAreaWords()
  return defineAsyncComponent<T>(async () => {
    const [loaded] = await Promise.all([load(), need(area)])
    return loaded.default
  })
}
