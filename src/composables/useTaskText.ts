import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import type { Locale, Localized } from '@/core/task'

/** A task's own words (its text.ts) in the language shown. */
export function useTaskText<Words>(text: Localized<Words>): ComputedRef<Words> {
  const { locale } = useI18n()
  return computed(() => text[locale.value as Locale])
}
