import { describe, expect, it } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import { createConnection, parseStoredConnection } from './connection'
import { choice, parseFields, safeStore, type KeyValue } from './local'
import { createSettings, hashLocale, localeOf, resolveLocale } from './settings'

function device(initial: Record<string, string> = {}) {
  const items = new Map(Object.entries(initial))
  const storage: KeyValue = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
  return { items, store: safeStore(() => storage) }
}

const broken = safeStore(() => {
  throw new DOMException('no', 'SecurityError')
})

const defaults = {
  kind: 'sandbox',
  provider: 'hf-inference',
  billTo: '',
  endpointUrl: '',
  endpointAuth: 'none',
  offered: false,
}

describe('the stored connection', () => {
  it.each([
    ['nothing', undefined, {}],
    ['damaged JSON', '{"kind":', {}],
    ['a list', '[1]', {}],
    ['an unknown kind', '{"kind":"moon","provider":"fal-ai"}', { provider: 'fal-ai' }],
    [
      'wrong types',
      '{"kind":"endpoint","provider":7,"endpointUrl":null,"endpointAuth":"huggingface"}',
      { kind: 'endpoint', endpointAuth: 'huggingface' },
    ],
    ['an empty provider', '{"provider":" "}', {}],
  ])('%s', (_name, text, expected) => {
    expect(parseStoredConnection(text)).toEqual({ ...defaults, ...expected })
  })
})

describe('createConnection', () => {
  it('starts in the sandbox and remembers what is chosen', async () => {
    const d = device()
    const first = createConnection(() => false, d.store)
    expect(first.connection.value).toEqual({ kind: 'sandbox' })
    first.use({ kind: 'endpoint', url: 'localhost:8080', auth: 'own' })
    first.billTo.value = ' org '
    await nextTick()
    const second = createConnection(() => false, d.store)
    expect(second.connection.value).toEqual({
      kind: 'endpoint',
      url: 'localhost:8080',
      auth: 'own',
    })
    second.kind.value = 'provider'
    expect(second.connection.value).toEqual({
      kind: 'provider',
      provider: 'hf-inference',
      billTo: 'org',
    })
  })

  it('offers Hugging Face for the first token, once, and forces nothing', async () => {
    const d = device()
    const has = shallowRef(false)
    const store = createConnection(() => has.value, d.store)
    has.value = true
    expect(store.offer.value).toBe(true)
    expect(store.kind.value).toBe('sandbox')
    store.dismissOffer()
    has.value = false
    has.value = true
    expect(store.offer.value).toBe(false)
    await nextTick()

    const again = shallowRef(false)
    const later = createConnection(() => again.value, d.store)
    again.value = true
    expect(later.offer.value).toBe(false)
  })

  it('takes the offer back once the sandbox was left without it', () => {
    const has = shallowRef(false)
    const store = createConnection(() => has.value, device().store)
    has.value = true
    store.kind.value = 'provider'
    expect(store.offer.value).toBe(false)
  })

  it('goes to Hugging Face when the offer is accepted, and does not offer to who is there', () => {
    const has = shallowRef(false)
    const store = createConnection(() => has.value, device().store)
    has.value = true
    store.acceptOffer()
    expect(store.connection.value.kind).toBe('provider')
    expect(store.offer.value).toBe(false)
    has.value = false
    has.value = true
    expect(store.offer.value).toBe(false)
  })

  it('works where the browser stores nothing', async () => {
    const store = createConnection(() => false, broken)
    store.kind.value = 'provider'
    await nextTick()
    expect(store.connection.value.kind).toBe('provider')
  })
})

describe('languages', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['zh', 'zh-CN'],
    ['zh-CN', 'zh-CN'],
    ['zh-Hant-TW', 'zh-CN'],
    ['ZH_cn', 'zh-CN'],
    ['fr', undefined],
    ['english', undefined],
    ['', undefined],
    [7, undefined],
  ])('localeOf %j', (tag, locale) => expect(localeOf(tag)).toBe(locale))

  it.each([
    ['', undefined],
    ['#/settings', undefined],
    ['#/settings?lang=zh-CN', 'zh-CN'],
    ['#/tasks/custom?run=1&lang=en', 'en'],
    ['#/?lang=xx', undefined],
  ])('hashLocale %j', (hash, locale) => expect(hashLocale(hash)).toBe(locale))

  it.each([
    ['the link wins', 'en', 'zh-CN', ['zh'], 'en'],
    ['then the choice', undefined, 'zh-CN', ['en'], 'zh-CN'],
    ['then the browser', undefined, 'auto', ['fr', 'zh-CN', 'en'], 'zh-CN'],
    ['then English', undefined, 'auto', ['fr'], 'en'],
  ] as const)('%s', (_name, link, chosen, languages, expected) => {
    expect(resolveLocale(link, chosen, languages)).toBe(expected)
  })
})

describe('createSettings', () => {
  const around = (fields: Partial<Parameters<typeof createSettings>[1]> = {}) => ({
    hash: '',
    languages: ['en'],
    darkQuery: undefined,
    ...fields,
  })

  it('keeps the person’s choices', async () => {
    const d = device()
    const first = createSettings(d.store, around())
    first.setLocale('zh-CN')
    first.setTheme('dark')
    await nextTick()
    const second = createSettings(d.store, around())
    expect([second.activeLocale.value, second.dark.value]).toEqual(['zh-CN', true])
  })

  it('a choice wins over the link by which the person came', () => {
    const settings = createSettings(device().store, around({ hash: '#/?lang=zh-CN' }))
    expect(settings.activeLocale.value).toBe('zh-CN')
    settings.setLinkLocale('nonsense')
    expect(settings.activeLocale.value).toBe('zh-CN')
    settings.setLocale('en')
    expect(settings.activeLocale.value).toBe('en')
  })

  it('follows the system theme until one is chosen', () => {
    const listeners: ((event: { matches: boolean }) => void)[] = []
    const darkQuery = Object.assign(new EventTarget(), { matches: false })
    darkQuery.addEventListener = (_type: string, listener: unknown) =>
      void listeners.push(listener as (event: { matches: boolean }) => void)
    const settings = createSettings(device().store, around({ darkQuery }))
    expect(settings.dark.value).toBe(false)
    listeners.forEach((listener) => listener({ matches: true }))
    expect(settings.dark.value).toBe(true)
    settings.setTheme('light')
    expect(settings.dark.value).toBe(false)
  })

  it.each(['{', '[]', '{"theme":"pink","locale":"zh-CN"}'])('reads %s', (text) => {
    const settings = createSettings(device({ 'taskscope.settings': text }).store, around())
    expect(settings.theme.value).toBe('auto')
    expect(settings.locale.value).toBe(text.includes('zh-CN') ? 'zh-CN' : 'auto')
  })

  it('works where the browser stores nothing', async () => {
    const settings = createSettings(broken, around())
    settings.setTheme('dark')
    await nextTick()
    expect(settings.dark.value).toBe(true)
  })
})

it('parseFields and choice never throw', () => {
  for (const text of [undefined, '', 'null', '3', '"x"', '[]', '{', 'undefined']) {
    expect(parseFields(text)).toEqual({})
  }
  expect(choice(['a', 'b'], 'b')).toBe('b')
  expect(choice(['a', 'b'], { a: 1 })).toBe('a')
})
