import { createI18n } from 'petite-vue-i18n'
import results from '@/locales/en/results'
import shell from '@/locales/en/shell'

/** The words that the result components need, in English, for tests. */
export function testWords() {
  const messages = Object.fromEntries([
    ...Object.entries(results).map(([key, words]) => [`results.${key}`, words]),
    ...Object.entries(shell).map(([key, words]) => [`shell.${key}`, words]),
  ]) as Record<string, string>
  return createI18n({ legacy: false, locale: 'en', messages: { en: messages } })
}
