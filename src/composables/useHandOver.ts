import { useIncomingStore } from '@/stores/incoming'

/** Hands something over to another task's page, which takes it when it opens. */
export function useHandOver() {
  return useIncomingStore().offer
}
