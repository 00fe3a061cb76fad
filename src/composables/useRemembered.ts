import { ref, watch, type Ref } from 'vue'
import { localStore } from '@/stores/local'

/** A choice that is kept on this device, under `key`. */
export function useRemembered(key: string, initial: string): Ref<string> {
  const value = ref(localStore.read(key) ?? initial)
  watch(value, (next) => localStore.write(key, next))
  return value
}
