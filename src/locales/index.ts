import { createI18n } from 'petite-vue-i18n'
import type { LazyArea } from '@/core/areas'
import type { Locale } from '@/core/task'
import type en from './en'
import { message, type Message } from './message'
import type { Words } from './words'

export type Messages = Words<typeof en>

/** A language is loaded when it is first shown. */
const loaders: Readonly<Record<Locale, () => Promise<Messages>>> = {
  en: () => import('./en').then((module) => module.default),
  'zh-CN': () => import('./zh-CN').then((module) => module.default),
}

type Loader = () => Promise<{ readonly default: Nested }>

const lazy: Readonly<Record<LazyArea, Readonly<Record<Locale, Loader>>>> = {
  models: { en: () => import('./en/models'), 'zh-CN': () => import('./zh-CN/models') },
  endpoint: { en: () => import('./en/endpoint'), 'zh-CN': () => import('./zh-CN/endpoint') },
  help: { en: () => import('./en/help'), 'zh-CN': () => import('./zh-CN/help') },
  paste: { en: () => import('./en/paste'), 'zh-CN': () => import('./zh-CN/paste') },
  settings: { en: () => import('./en/settings'), 'zh-CN': () => import('./zh-CN/settings') },
  options: { en: () => import('./en/options'), 'zh-CN': () => import('./zh-CN/options') },
}

/** The app's words. Nothing is loaded until `show` names a language. */
export function createWords() {
  const i18n = createI18n<false>({
    legacy: false,
    locale: 'en',
    fallbackLocale: false,
    messages: {},
  })
  const { global } = i18n
  const needed = new Set<LazyArea>()
  const loaded = new Set<string>()

  /** Loads a language where needed and shows it; also tells the browser, for fonts, hyphens and screen readers. */
  async function show(locale: Locale): Promise<void> {
    await Promise.all([loadCommon(locale), ...[...needed].map((area) => load(area, locale))])
    global.locale.value = locale
    document.documentElement.lang = locale
  }

  async function loadCommon(locale: Locale): Promise<void> {
    if (loaded.has(locale)) return
    add(locale, flat(await loaders[locale]()))
    loaded.add(locale)
  }

  /** An area may come before the words of every page do. */
  function add(locale: Locale, words: Record<string, Message>): void {
    global.mergeLocaleMessage(locale, words)
  }

  async function load(area: LazyArea, locale: Locale): Promise<void> {
    const id = `${locale} ${area}`
    if (loaded.has(id)) return
    const words = await lazy[area][locale]()
    add(locale, flat(words.default, `${area}.`))
    loaded.add(id)
  }

  /** Loads an area that only some pages show, in the language shown and in those shown later. */
  async function need(area: LazyArea): Promise<void> {
    needed.add(area)
    await load(area, global.locale.value as Locale)
  }

  return { plugin: i18n, show, need }
}

type Nested = { readonly [key: string]: string | Nested }

/** `{task: {run}}` as `{'task.run'}`: the small build of the library looks keys up as they are. */
function flat(words: Nested, prefix = ''): Record<string, Message> {
  const entries = Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, message(value)] as const]
      : Object.entries(flat(value, `${prefix}${key}.`)),
  )
  return Object.fromEntries(entries)
}
