import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { locales, type Locale } from '@/core/task'
import { choice, localStore, parseFields, type SafeStore } from './local'

const STORAGE_KEY = 'taskscope.settings'

export const localeChoices = ['auto', ...locales] as const
export const themeChoices = ['auto', 'light', 'dark'] as const
export type LocaleChoice = (typeof localeChoices)[number]
export type ThemeChoice = (typeof themeChoices)[number]

/** The language of ours that a language tag means: `zh`, `zh-Hans-SG` and `zh-TW` read Chinese, the rest by its first part. */
export function localeOf(tag: unknown): Locale | undefined {
  if (typeof tag !== 'string') return undefined
  const language = tag.toLowerCase().split(/[-_]/)[0]
  return locales.find((locale) => locale.toLowerCase().split('-')[0] === language)
}

/** `lang` in the query of a hash route such as `#/settings?lang=en`. */
export function hashLocale(hash: string): Locale | undefined {
  const start = hash.indexOf('?')
  if (start < 0) return undefined
  return localeOf(new URLSearchParams(hash.slice(start + 1)).get('lang'))
}

/** The language to show: the link's, else the chosen one, else the first of the browser's that we have, else English. */
export function resolveLocale(
  link: Locale | undefined,
  chosen: LocaleChoice,
  languages: readonly string[],
): Locale {
  if (link) return link
  if (chosen !== 'auto') return chosen
  return languages.map(localeOf).find((locale) => locale !== undefined) ?? 'en'
}

/** What the settings take from the browser. */
export interface Surroundings {
  readonly hash: string
  readonly languages: readonly string[]
  readonly darkQuery: Pick<MediaQueryList, 'matches' | 'addEventListener'> | undefined
}

const browser = (): Surroundings => ({
  hash: globalThis.location?.hash ?? '',
  languages: globalThis.navigator?.languages ?? [],
  darkQuery: globalThis.matchMedia?.('(prefers-color-scheme: dark)'),
})

export function createSettings(
  store: SafeStore = localStore,
  { hash, languages, darkQuery }: Surroundings = browser(),
) {
  const stored = parseFields(store.read(STORAGE_KEY))
  const locale = shallowRef<LocaleChoice>(choice(localeChoices, stored.locale))
  const theme = shallowRef<ThemeChoice>(choice(themeChoices, stored.theme))
  const linkLocale = shallowRef(hashLocale(hash))
  const prefersDark = shallowRef(darkQuery?.matches ?? false)
  darkQuery?.addEventListener('change', (event) => (prefersDark.value = event.matches))

  /** The language in effect. */
  const activeLocale = computed(() => resolveLocale(linkLocale.value, locale.value, languages))
  const dark = computed(() => (theme.value === 'auto' ? prefersDark.value : theme.value === 'dark'))

  /** The person's choice; it wins over the link by which they came. */
  function setLocale(next: LocaleChoice): void {
    linkLocale.value = undefined
    locale.value = next
  }

  /** The language that a link asks for, for this visit only. Anything but a language of ours is ignored. */
  function setLinkLocale(tag: unknown): void {
    linkLocale.value = localeOf(tag) ?? linkLocale.value
  }

  function setTheme(next: ThemeChoice): void {
    theme.value = next
  }

  watch([locale, theme], () =>
    store.write(STORAGE_KEY, JSON.stringify({ locale: locale.value, theme: theme.value })),
  )

  return { locale, theme, linkLocale, activeLocale, dark, setLocale, setLinkLocale, setTheme }
}

export const useSettingsStore = defineStore('settings', () => createSettings())
