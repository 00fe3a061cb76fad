import { expect, it } from 'vitest'
import { compact, weights } from './format'

it.each([
  [66_400_000, '66.4M'],
  [8_030_000_000, '8.03B'],
  [117_000_000_000, '117B'],
  [480_000_000_000, '480B'],
  [1_040_000_000_000, '1.04T'],
  [35_000, '0.035M'],
])('%i weights are %s', (count, text) => expect(weights(count)).toBe(text))

it.each([
  [999, 'en', '999'],
  [1_234_567, 'en', '1.2M'],
  [12_345, 'zh-CN', '1.2万'],
])('%i in %s is %s', (count, locale, text) => expect(compact(count, locale)).toBe(text))
