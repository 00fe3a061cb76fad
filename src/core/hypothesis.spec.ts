import { describe, expect, it } from 'vitest'
import { fillTemplate, templateOf } from './hypothesis'

describe('fillTemplate', () => {
  it.each([
    ['This example is {}.', 'This example is <refund>.'],
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
    [undefined, 'It is {}.'],
    ['', 'It is {}.'],
    [3, 'It is {}.'],
    ['About {}', 'About {}'],
  ])('%j', (parameter, template) => {
    expect(templateOf(parameter, 'It is {}.')).toBe(template)
  })
})
