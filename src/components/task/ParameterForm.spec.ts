// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createI18n } from 'petite-vue-i18n'
import { describe, expect, it, vi } from 'vitest'
import type { JsonObject } from '@/core/json'
import { parameterFields } from '@/core/parameters'
import type { Problem } from '@/core/problem'
import chat from '#task-schemas/chat-completion/spec/input.json'
import classification from '#task-schemas/text-classification/spec/input.json'
import generation from '#task-schemas/text-generation/spec/input.json'
import speech from '#task-schemas/automatic-speech-recognition/spec/input.json'
import imageToText from '#task-schemas/image-to-text/spec/input.json'
import { message, type Message } from '@/locales/message'
import words from '@/locales/en/parameters'
import problemWords from '@/locales/en/problems'
import chineseWords from '@/locales/zh-CN/parameters'
import chineseProblems from '@/locales/zh-CN/problems'
import ParameterForm from './ParameterForm.vue'

/** As src/locales makes them: by their whole key, read by our own reader of messages. */
function keyed(area: string, texts: Readonly<Record<string, string>>): Record<string, Message> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [`${area}.${key}`, message(text)]),
  )
}

function show(schema: unknown, start: JsonObject = {}, locale: 'en' | 'zh-CN' = 'en') {
  const i18n = createI18n({
    legacy: false,
    locale,
    messages: {
      en: { ...keyed('parameters', words), ...keyed('problems', problemWords) },
      'zh-CN': { ...keyed('parameters', chineseWords), ...keyed('problems', chineseProblems) },
    },
  })
  const form = mount(ParameterForm, {
    attachTo: document.body,
    global: { plugins: [i18n] },
    props: {
      fields: parameterFields(schema),
      modelValue: start,
      'onUpdate:modelValue': (modelValue: JsonObject) => form.setProps({ modelValue }),
    },
  })
  const at = (id: string) => form.get<HTMLInputElement>(`[data-testid="${id}"]`)
  return {
    form,
    at,
    text: (id: string) => at(id).element.value,
    has: (id: string) => form.find(`[data-testid="${id}"]`).exists(),
    value: () => form.props('modelValue'),
    type: async (id: string, text: string) => at(id).setValue(text),
    problems: () =>
      ((form.emitted('problems')?.at(-1)?.[0] ?? []) as Problem[]).map(
        ({ field, code }) => `${field} ${code}`,
      ),
  }
}

describe('ParameterForm', () => {
  it('sends only what the person set, in its own type', async () => {
    const { type, value, at } = show(classification)
    expect(at('param-top_k').element.value).toBe('')
    await type('param-top_k', '3')
    expect(value()).toEqual({ top_k: 3 })
    await type('param-function_to_apply', 'sigmoid')
    expect(value()).toEqual({ top_k: 3, function_to_apply: 'sigmoid' })
    await type('param-top_k', '')
    expect(value()).toEqual({ function_to_apply: 'sigmoid' })
    await at('reset-function_to_apply').trigger('click')
    expect(value()).toEqual({})
  })

  it('names its controls, and says default and range in them', () => {
    const { form, at } = show(generation)
    const control = at('param-max_new_tokens')
    expect(control.attributes('placeholder')).toBe('default 1024 · ≥ 0')
    expect(control.attributes('inputmode')).toBe('numeric')
    expect(form.get(`label[for="${control.attributes('id')}"]`).text()).toBe('max_new_tokens')
    expect(
      at('param-do_sample')
        .findAll('option')
        .map((option) => option.text()),
    ).toEqual(['not sent (default false)', 'true', 'false'])
  })

  it('keeps a text that is no value, says what is wrong, and sends nothing for it', async () => {
    const { form, type, text, value, problems, at } = show(classification, { top_k: 3 })
    expect(problems()).toEqual([])
    await type('param-top_k', '3x')
    expect(text('param-top_k')).toBe('3x')
    expect(value()).toEqual({})
    expect(problems()).toEqual(['param-top_k parameter-invalid'])
    expect(at('param-top_k').attributes('aria-invalid')).toBe('true')
    const alert = form.get('[role="alert"]')
    expect(at('param-top_k').attributes('aria-describedby')?.split(' ')).toContain(
      alert.attributes('id'),
    )
    expect(alert.text()).toContain('integer')
    await type('param-top_k', '4')
    expect(value()).toEqual({ top_k: 4 })
    expect(problems()).toEqual([])
  })

  it('keeps digits as they are typed', async () => {
    const { type, text, value } = show(generation)
    for (const typed of ['0', '0.', '0.5', '0.50']) {
      await type('param-temperature', typed)
      expect(text('param-temperature')).toBe(typed)
    }
    expect(value()).toEqual({ temperature: 0.5 })
    await type('param-temperature', '0')
    expect(value()).toEqual({})
  })

  it('takes stop sequences one per line, with line breaks written out', async () => {
    const { type, value, text } = show(generation)
    await type('param-stop', 'a, b\n\\n\\n')
    expect(value()).toEqual({ stop: ['a, b', '\n\n'] })
    expect(text('param-stop')).toBe('a, b\n\\n\\n')
    expect(words.linesHint).toBe(String.raw`One per line; \n is a line break, \\ a backslash.`)
    await type('param-stop', String.raw`\\n`)
    expect(value()).toEqual({ stop: [String.raw`\n`] })
  })

  it('shows rare parameters on request, found by name, and keeps them while closed', async () => {
    const { form, has, type, value } = show(generation)
    expect(has('param-watermark')).toBe(false)
    const toggle = form.get('button[aria-expanded]')
    await form
      .findAll('button')
      .find((button) => button.text().includes('More parameters'))!
      .trigger('click')
    expect(has('param-watermark')).toBe(true)
    await type('parameters-filter', 'top n')
    expect(has('param-watermark')).toBe(false)
    await type('param-top_n_tokens', 'x')
    await form
      .findAll('button')
      .find((button) => button.text().includes('More parameters'))!
      .trigger('click')
    expect(form.text()).toContain('1 to correct')
    await form
      .findAll('button')
      .find((button) => button.text().includes('More parameters'))!
      .trigger('click')
    await type('parameters-filter', 'top_n')
    expect(form.get<HTMLInputElement>('[data-testid="param-top_n_tokens"]').element.value).toBe('x')
    expect(value()).toEqual({})
    expect(toggle.element.isConnected).toBe(true)
  })

  it('has a field for every documented parameter', async () => {
    for (const [schema, count] of [
      [generation, 19],
      [chat, 17],
      [speech, 17],
    ] as const) {
      const { form } = show(schema)
      await form
        .findAll('button')
        .find((button) => button.text().includes('More parameters'))!
        .trigger('click')
      expect(form.findAll('[data-testid^="param-"]')).toHaveLength(count)
    }
  })

  it('writes into groups, takes empty ones out, and names a clash by its path', async () => {
    const { type, value } = show(speech)
    await type('param-temperature', '0.5')
    expect(value()).toEqual({ generation_parameters: { temperature: 0.5 } })
    await type('param-return_timestamps', 'true')
    await type('param-temperature', '')
    expect(value()).toEqual({ return_timestamps: true })
    const both = show(imageToText)
    await both.type('param-max_new_tokens', '5')
    await both.type('param-generation_parameters.max_new_tokens', '6')
    expect(both.value()).toEqual({
      max_new_tokens: 5,
      generation_parameters: { max_new_tokens: 6 },
    })
  })

  it('says where JSON goes wrong and keeps it', async () => {
    const { form, type, text, value, problems } = show(chat)
    await vi.waitFor(() => form.get('[data-testid="view-tools"]'), 20_000)
    await form.get('[data-testid="view-tools"] input[value="json"]').setValue()
    await type('param-tools', '[{"type": "function"]')
    expect(text('param-tools')).toBe('[{"type": "function"]')
    expect(problems()).toEqual(['param-tools json-invalid'])
    expect(form.get('[role="alert"]').text()).toContain('column 21')
    await type('param-tools', '[]')
    expect(value()).toEqual({ tools: [] })
  })

  it('keeps a value that no option has in the choice', async () => {
    const { text, value, problems } = show(chat, { tool_choice: { function: { name: 'f' } } })
    const more = show(chat, { tool_choice: { function: { name: 'f' } } })
    expect(JSON.parse(more.text('param-tool_choice'))).toEqual({ function: { name: 'f' } })
    expect(value()).toEqual({ tool_choice: { function: { name: 'f' } } })
    expect(problems()).toEqual([])
    expect(text('parameters-json')).toContain('tool_choice')
  })

  it('follows other values from outside, and keeps what is typed when they are the same', async () => {
    const { form, type, text, problems } = show(classification, { top_k: 3 })
    await type('param-top_k', '007')
    await form.setProps({ modelValue: { top_k: 7 } })
    expect(text('param-top_k')).toBe('007')
    await type('param-top_k', 'oops')
    await form.setProps({ modelValue: { top_k: 9 } })
    expect(text('param-top_k')).toBe('9')
    expect(text('parameters-json')).toBe('{\n  "top_k": 9\n}')
    expect(problems()).toEqual([])
  })

  it('refuses documented parameters of the wrong type from outside', () => {
    expect(show(classification, { top_k: 'many' }).problems()).toEqual([
      'param-top_k parameter-invalid',
    ])
  })

  it('has words in Chinese', async () => {
    const { form } = show(classification, {}, 'zh-CN')
    expect(form.text()).toContain('全部参数')
    await vi.waitFor(() => expect(form.text()).toContain('只输出概率最高的 K 个类别'))
  })

  it('writes the escapes of its hints as they are', () => {
    expect(show(generation).form.text()).toContain('\\n is a line break, \\\\ a backslash')
  })
})

describe('the box for all parameters', () => {
  it('goes both ways, and takes parameters that no field has', async () => {
    const { type, text, value } = show(classification)
    await type('param-top_k', '3')
    expect(text('parameters-json')).toBe('{\n  "top_k": 3\n}')
    await type('parameters-json', '{"top_k": 4, "stride": [1]}')
    expect(value()).toEqual({ top_k: 4, stride: [1] })
    expect(text('param-top_k')).toBe('4')
    expect(text('parameters-json')).toBe('{"top_k": 4, "stride": [1]}')
    await type('parameters-json', '')
    expect(value()).toEqual({})
    expect(text('param-top_k')).toBe('')
  })

  it('loses neither its text nor the values over a mistake', async () => {
    const { form, type, text, value, problems } = show(classification, { top_k: 3 })
    await type('parameters-json', '{"top_k": 3,}')
    expect(problems()).toEqual(['parameters-json json-invalid'])
    expect(form.get('[role="alert"]').text()).toContain('line 1, column 13')
    expect(value()).toEqual({ top_k: 3 })
    await type('param-top_k', '5')
    expect(text('parameters-json')).toBe('{"top_k": 3,}')
    expect(value()).toEqual({ top_k: 5 })
    await form.get('.discard').trigger('click')
    expect(text('parameters-json')).toBe('{\n  "top_k": 5\n}')
    expect(problems()).toEqual([])
  })

  it.each(['[1]', '"x"', '{"seed": 9007199254740993}'])('refuses %s', async (typed) => {
    const { type, value, problems } = show(classification)
    await type('parameters-json', typed)
    expect(value()).toEqual({})
    expect(problems()).toEqual(['parameters-json json-invalid'])
  })

  it('keeps a text that a field could not read', async () => {
    const { type, text, value } = show(classification)
    await type('param-top_k', 'x')
    await type('parameters-json', '{"other": 1}')
    expect(text('param-top_k')).toBe('x')
    expect(value()).toEqual({ other: 1 })
  })
})
