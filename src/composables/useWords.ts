import { useI18n } from 'petite-vue-i18n'
import { fillWords } from '@/core/fill-words'
import type { Locale, Localized } from '@/core/task'

/**
 * Says the words of one part of the app, which come with it: what is in the locales, every page loads. `{name}` and
 * cases by count work as there.
 */
export function useWords<Key extends string>(words: Localized<Readonly<Record<Key, string>>>) {
  const { locale } = useI18n()
  return (key: Key, values?: Readonly<Record<string, unknown>>, count?: number): string =>
    fillWords(words[locale.value as Locale][key], values, count)
}
