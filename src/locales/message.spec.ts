import { createI18n } from 'petite-vue-i18n'
import { describe, expect, it } from 'vitest'
import { message } from './message'

/** What the library makes of a message: of our function, and of the text by its own compiler. */
function shown(text: string, values: Record<string, unknown>, count?: number) {
  const messages = { en: { compiled: text, ours: message(text) } }
  const { global } = createI18n<false>({ legacy: false, locale: 'en', messages: {} })
  global.setLocaleMessage('en', messages.en)
  const say = (key: string) =>
    count === undefined ? global.t(key, values) : global.t(key, values, count)
  return { ours: say('ours'), compiled: say('compiled') }
}

describe('message', () => {
  it.each([
    ['Run', {}, 'Run'],
    ['', {}, ''],
    [
      '{name} is {size} of {limit}',
      { name: 'a.png', size: 0, limit: '1 MB' },
      'a.png is 0 of 1 MB',
    ],
    ['{ name }: {name}', { name: 'x' }, 'x: x'],
    ["Write to x{'@'}y, in {'{'}braces{'}'}", {}, 'Write to x@y, in {braces}'],
    ['Events: {n}', {}, 'Events: '],
    ['{html}', { html: '<b>$&</b>' }, '<b>$&</b>'],
    ['{a-b}', { 'a-b': null }, ''],
  ])('%j with %j', (text, values, expected) => {
    expect(shown(text, values)).toEqual({ ours: expected, compiled: expected })
  })

  it.each([
    [1, '1 run'],
    [5, '5 runs'],
  ])('chooses the case for %i', (n, expected) => {
    expect(shown('{n} run | {n} runs', { n }, n)).toEqual({ ours: expected, compiled: expected })
  })
})
