// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { createI18n } from 'petite-vue-i18n'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { base64At, inputsBody } from '@/core/body'
import { mediaFile } from '@/core/media'
import type { RequestBody, WireRequest } from '@/core/request'
import chinese from '@/locales/zh-CN/http'
import english from '@/locales/en/http'
import { snippets } from '@/snippets'
import SnippetTabs from './SnippetTabs.vue'

type Area = typeof english

function keyed({ notes, ...words }: Record<keyof Area, unknown>): Record<string, string> {
  const entries = [
    ...Object.entries(words).map(([key, word]) => [`http.${key}`, word]),
    ...Object.entries(notes as object).map(([key, word]) => [`http.notes.${key}`, word as string]),
  ]
  return Object.fromEntries([...entries, ['shell.copied', 'Copied']]) as Record<string, string>
}

function wire(body: RequestBody): WireRequest {
  return {
    dialect: 'wire',
    task: 'object-detection',
    model: 'facebook/detr-resnet-50',
    connection: { kind: 'sandbox' },
    credential: { kind: 'huggingface' },
    stream: false,
    clients: {},
    method: 'POST',
    url: 'http://localhost:7860/sandbox/models/facebook/detr-resnet-50',
    headers: [['Content-Type', 'application/json']],
    body,
  }
}

const cats = mediaFile(new Blob(['abc']), 'my cats.png', 'image/png')
const request = wire(inputsBody('', { threshold: 0.9 }, [base64At('/inputs', cats)]))

function show(props: { request: WireRequest | undefined; sandboxInPage?: boolean }, locale = 'en') {
  const messages = { en: keyed(english), 'zh-CN': keyed(chinese) }
  const i18n = createI18n({ legacy: false, locale, messages })
  return mount(SnippetTabs, {
    attachTo: document.body,
    global: { plugins: [i18n, createPinia()] },
    props,
  })
}

describe('SnippetTabs', () => {
  beforeEach(() => localStorage.clear())
  afterEach(() => {
    document.body.innerHTML = ''
    vi.restoreAllMocks()
  })

  it('holds the code of all three, exactly, also where it is coloured', async () => {
    const page = show({ request })
    const check = (current = request) => {
      const expected = snippets(current)
      for (const language of ['curl', 'javascript', 'python'] as const)
        expect(page.get(`[data-testid="snippet-${language}"]`).element.textContent).toBe(
          expected[language].code,
        )
    }
    check()
    expect(page.find('.code-string').exists()).toBe(true)
    const next = wire(inputsBody('another "text"', {}))
    await page.setProps({ request: next })
    check(next)
  })

  it('shows one language at a time, by mouse and by arrow keys', async () => {
    const page = show({ request })
    const [curl, javascript, python, , http] = page.findAll('[role="tab"]')
    const shown = () =>
      page
        .findAll('[role="tabpanel"]')
        .map((panel) => (panel.element as HTMLElement).style.display !== 'none')
    expect(shown()).toEqual([true, false, false, false, false])
    await python!.trigger('click')
    expect(shown()).toEqual([false, false, true, false, false])
    await python!.trigger('keydown', { key: 'End' })
    expect(shown()).toEqual([false, false, false, false, true])
    await http!.trigger('keydown', { key: 'ArrowRight' })
    expect(shown()).toEqual([true, false, false, false, false])
    expect(document.activeElement).toBe(curl!.element)
    await curl!.trigger('keydown', { key: 'ArrowRight' })
    expect(javascript!.attributes('aria-selected')).toBe('true')
    expect(page.findAll('[role="tab"][tabindex="0"]')).toHaveLength(1)
  })

  it('copies the code', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const page = show({ request })
    await page.get('[data-testid="copy-javascript"]').trigger('click')
    expect(writeText).toHaveBeenCalledWith(snippets(request).javascript.code)
  })

  it.each(['en', 'zh-CN'])('says in words what the code needs (%s)', (locale) => {
    const page = show({ request, sandboxInPage: true }, locale)
    const text = page.get('[role="tabpanel"]').text()
    const words = locale === 'en' ? english : chinese
    expect(text).toContain(words.notes['sandbox-in-page'])
    expect(text).toContain('HF_TOKEN')
    expect(text).toContain('my cats.png')
    expect(page.html()).not.toContain('http.notes')
  })

  it('offers a body that is too long for a command line as a file', async () => {
    let saved: Blob | undefined
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved = blob as Blob
      return 'blob:test'
    })
    const text = 'x'.repeat(120_000)
    const long = inputsBody('', { text }, [base64At('/inputs', cats)])
    const page = show({ request: wire(long) })
    await page.get('[aria-label="Save request.json"]').trigger('click')
    await flushPromises()
    await vi.waitFor(() => expect(saved).toBeDefined())
    expect(await saved?.text()).toBe(JSON.stringify({ inputs: 'YWJj', parameters: { text } }))
  })

  it('says why there is no code', () => {
    expect(show({ request: undefined }).text()).toBe(english.none)
  })
})
