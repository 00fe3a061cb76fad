import { describe, expect, it } from 'vitest'
import { DEFAULT_TEMPLATE, fillTemplate, templateOf } from './hypothesis'

describe('fillTemplate', () => {
  it.each([
    [DEFAULT_TEMPLATE, 'This example is <refund>.'],
    ['{}', '<refund>'],
    ['这段话的主题是{}。', '这段话的主题是<refund>。'],
    ['{0} or {0}', '<refund> or <refund>'],
    ['{{kept}} {}', '{kept} <refund>'],
    ['no place', undefined],
    ['', undefined],
    ['{{}}', undefined],
    ['{} and {}', undefined],
    ['{} and {0}', undefined],
    ['{name}', undefined],
    ['{1}', undefined],
    ['open { {}', undefined],
  ])('%j', (template, words) => {
    const filled = fillTemplate(template, 'refund')
    expect(filled?.map(({ text, label }) => (label ? `<${text}>` : text)).join('')).toBe(words)
  })

  it('takes a label as it is', () => {
    expect(fillTemplate('It is {}', '{} $& <b>')?.at(-1)).toEqual({
      text: '{} $& <b>',
      label: true,
    })
  })
})

describe('templateOf', () => {
  it.each([
    [undefined, DEFAULT_TEMPLATE],
    ['', DEFAULT_TEMPLATE],
    [3, DEFAULT_TEMPLATE],
    ['About {}', 'About {}'],
  ])('%j', (parameter, template) => {
    expect(templateOf(parameter)).toBe(template)
  })
})
