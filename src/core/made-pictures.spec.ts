import { describe, expect, it } from 'vitest'
import {
  bounded,
  MOST_PICTURES,
  MOST_PICTURE_BYTES,
  pictureFileName,
  randomSeed,
  type MadePicture,
} from './made-pictures'

function picture(id: string, bytes = 1, about: Partial<MadePicture> = {}): MadePicture {
  const blob = { size: bytes, type: 'image/png' } as Blob
  const draft = { model: 'm', input: {}, parameters: {}, stream: false }
  return { id, image: { kind: 'blob', blob }, draft, prompt: 'A', seed: 1, ...about }
}

describe('bounded', () => {
  it('lets the oldest go where there are too many', () => {
    const many = Array.from({ length: MOST_PICTURES + 5 }, (_, place) => picture(`${place}`))
    expect(bounded(many).map(({ id }) => id)).toEqual(
      Array.from({ length: MOST_PICTURES }, (_, place) => `${place}`),
    )
  })

  it('lets the oldest go where they are too heavy, and keeps the newest whatever it weighs', () => {
    const half = MOST_PICTURE_BYTES / 2
    const ids = (pictures: MadePicture[]) => bounded(pictures).map(({ id }) => id)
    expect(ids([picture('a', half), picture('b', half), picture('c')])).toEqual(['a', 'b'])
    expect(ids([picture('a', half * 3), picture('b')])).toEqual(['a'])
  })
})

describe('pictureFileName', () => {
  it.each([
    [{}, 'A-seed-1.png'],
    [{ prompt: ' "Red" circle/blue sea? ', seed: 42 }, 'Red-circle-blue-sea-seed-42.png'],
    [{ prompt: '水墨画：江南', seed: undefined }, '水墨画-江南.png'],
    [{ prompt: '../..', seed: undefined }, 'image.png'],
    [{ image: { kind: 'url', url: 'https://x.test/a.png' } } as const, undefined],
  ])('%j', (about, name) => {
    expect(pictureFileName(picture('a', 1, about))).toBe(name)
  })
})

it('a random seed is a positive integer of 31 bits', () => {
  const seeds = Array.from({ length: 50 }, randomSeed)
  for (const seed of seeds) expect(seed >= 0 && seed < 2 ** 31 && Number.isInteger(seed)).toBe(true)
  expect(new Set(seeds).size).toBeGreaterThan(40)
})
