import type { Language } from './languages'
import { knownWords } from './translate'

const SAMPLE = 2_000
const ALPHABETIC = ['en', 'fr', 'de', 'es'] as const

/** The language of a text, by its script and by the words that each language knows; English when none does. */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, SAMPLE)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const share = (script: RegExp) => (sample.match(script)?.length ?? 0) / Math.max(1, letters)
  if (share(/\p{Script=Han}/gu) > 0.3) return 'zh'
  if (share(/\p{Script=Cyrillic}/gu) > 0.5) return 'ru'
  const counts = ALPHABETIC.map((language) => knownWords(sample, language))
  const best = Math.max(...counts)
  return ALPHABETIC[counts.indexOf(best)] ?? 'en'
}
