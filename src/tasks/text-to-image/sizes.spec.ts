import { expect, it } from 'vitest'
import { SIZES, sizeChoice, sizeTexts } from './sizes'

it.each([
  [undefined, undefined, ''],
  [512, 512, '512x512'],
  [720, 1280, '720x1280'],
  [512, undefined, 'own'],
  [500, 500, 'own'],
])('%s × %s is the choice %s', (width, height, choice) => {
  expect(sizeChoice(width, height)).toBe(choice)
})

it('every choice gives back its size', () => {
  for (const [width, height] of SIZES)
    expect(sizeTexts(sizeChoice(width, height))).toEqual([`${width}`, `${height}`])
  expect(sizeTexts('')).toEqual(['', ''])
  expect(sizeTexts('own')).toBeUndefined()
})
