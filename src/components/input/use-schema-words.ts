import { computed } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import type { Locale } from '@/core/task'
import text from './schema-text'

/** The words of the schema and tool editors, which are loaded with them. `fill` puts values in the places of their names. */
export function useSchemaWords() {
  const { locale } = useI18n()
  const words = computed(() => text[locale.value as Locale])
  const fill = (template: string, values: Readonly<Record<string, string | number>>) =>
    template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  return { words, fill }
}
