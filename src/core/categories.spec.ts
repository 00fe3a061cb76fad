import { expect, it } from 'vitest'
import { categoriesOf } from './categories'

it('numbers and counts labels by first appearance', () =>
  expect([
    ...categoriesOf([{ label: 'LOC' }, { label: 'PER' }, { label: 'LOC' }]).values(),
  ]).toEqual([
    { label: 'LOC', category: 0, count: 2 },
    { label: 'PER', category: 1, count: 1 },
  ]))
