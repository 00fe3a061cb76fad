import { createPinia } from 'pinia'
import { createApp } from 'vue'
import type { Locale } from '@/core/task'
import '@/components/app/base.css'
import { createMediaLoaders, MEDIA_LOADERS } from '@/components/input/loaders'
import { firstThemeKey, loadTheme } from '@/components/app/theme'
import App from './App.vue'
import { servicesKey } from './composables/services'
import { needWordsKey } from './composables/useAreaWords'
import { createWords } from './locales'
import { createAppRouter } from './router'
import { createServices } from './services'
import { useSettingsStore } from './stores/settings'
import { useTokenStore } from './stores/tokens'

/** The composition root: builds the parts and joins them. Nothing connects before this runs. */
async function start(): Promise<void> {
  const pinia = createPinia()
  const words = createWords()
  const router = createAppRouter(words.need)
  const settings = useSettingsStore(pinia)
  const tokens = useTokenStore(pinia)

  const app = createApp(App, { show: words.show, naiveLocale })
  app.use(pinia).use(router).use(words.plugin)
  const media = createMediaLoaders((input, init) => fetch(input, init), document.baseURI)
  app.provide(MEDIA_LOADERS, media)
  app.provide(needWordsKey, words.need)
  app.provide(servicesKey, createServices(tokens.resolve, media))
  router.afterEach((to) => {
    if (to.query.lang !== undefined) settings.setLinkLocale(to.query.lang)
  })

  const [theme] = await Promise.all([loadTheme(settings.dark), words.show(settings.activeLocale)])
  app.provide(firstThemeKey, theme)
  app.mount('#app')
}

/** English is built into Naive UI. */
async function naiveLocale(locale: Locale) {
  return locale === 'zh-CN'
    ? import('./locales/naive-zh-CN').then((module) => module.default)
    : null
}

void start()
