import { localeOf } from '@/core/languages'
import { SandboxError } from '@/core/sandbox'
import { detectLanguage } from './detect'
import { languages, type Language } from './languages'
import { translate } from './translate'

const names: Readonly<Record<string, Language>> = {
  english: 'en',
  french: 'fr',
  german: 'de',
  spanish: 'es',
  chinese: 'zh',
  russian: 'ru',
}

/** A code of any system, or an English name; undefined for a language that is not in the dictionary. */
export function languageOf(code: string): Language | undefined {
  const named = names[code.trim().toLowerCase()]
  if (named) return named
  const [tag] = localeOf(code)?.split('-') ?? []
  return languages.find((language) => language === tag)
}

/** The same, for a parameter. Throws SandboxError with the languages that there are. */
export function languageAt(name: string, code: string): Language {
  const language = languageOf(code)
  if (language) return language
  throw new SandboxError(
    `\`${name}\` is "${code}", and the sandbox knows only ${languages.join(', ')} (as en, en_XX or eng_Latn)`,
  )
}

/** What T5 is told in the text itself. */
const PREFIX = /^\s*translate\s+(?:from\s+)?(\p{L}+)\s+to\s+(\p{L}+)\s*:\s*/iu

/**
 * Translates from the language that the text is in, unless one is given, to the one given: without one to German from
 * English, as T5 does, and to English from all others. A prefix of T5 is obeyed.
 */
export function translateText(text: string, from?: Language, to?: Language): string {
  const [prefix, prefixFrom = '', prefixTo = ''] = PREFIX.exec(text) ?? []
  const [told, asked] = [languageOf(prefixFrom), languageOf(prefixTo)]
  if (prefix !== undefined && told && asked)
    return translate(text.slice(prefix.length), told, asked)
  const source = from ?? detectLanguage(text)
  return translate(text, source, to ?? (source === 'en' ? 'de' : 'en'))
}
