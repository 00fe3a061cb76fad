import { computed } from 'vue'
import { usePresetStore } from '@/stores/presets'

export type { Preset } from '@/stores/presets'

/** The named presets of one task. */
export function usePresets(task: string) {
  const store = usePresetStore()
  return {
    presets: computed(() => store.of(task)),
    save: (name: string, value: Parameters<typeof store.save>[2]) => store.save(task, name, value),
    rename: store.rename,
    remove: store.remove,
    undo: store.undo,
  }
}
