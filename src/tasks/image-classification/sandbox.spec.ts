import { encode } from 'fast-png'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

type Rgb = readonly [red: number, green: number, blue: number]
type Paint = (x: number, y: number) => Rgb
interface Label {
  label: string
  score: number
}

const [width, height] = [200, 120]

function png(paint: Paint): Uint8Array {
  const data = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at++) {
    data.set(paint(at % width, Math.floor(at / width)), at * 3)
  }
  return encode({ width, height, channels: 3, data })
}

const classify = async (data: Uint8Array, parameters = {}) =>
  (await callTask(sandbox, {
    bytes: { data, mediaType: 'image/png' },
    parameters,
  })) as Label[]

const white: Rgb = [255, 255, 255]
const blue: Rgb = [30, 40, 200]
const isDisc = (x: number, y: number) => Math.hypot(x - 100, y - 60) < 30
const noise: Paint = (x, y) => {
  const value = ((x * 7919 + y * 104729) % 251) % 256
  return [value, value, value]
}

describe('image-classification sandbox', () => {
  it.each<[string, Paint]>([
    ['mostly blue picture', () => blue],
    ['mostly red picture', () => [215, 20, 30]],
    ['mostly green picture', () => [30, 150, 50]],
    ['dark picture', () => [4, 4, 4]],
    ['bright picture', () => white],
    ['picture full of detail', noise],
    ['one object on a plain background', (x, y) => (isDisc(x, y) ? blue : white)],
    ['sky above land', (_, y) => (y < 60 ? [150, 200, 245] : [60, 130, 50])],
  ])('says %s', async (label, paint) => {
    const best = (await classify(png(paint), { top_k: 3 })).map((each) => each.label)
    expect(best).toContain(label)
  })

  it('gives the best five, which compete for one whole', async () => {
    const data = png(() => blue)
    const labels = await classify(data)
    expect(labels).toHaveLength(5)
    expect(labels.map(({ score }) => score)).toEqual(
      labels.map(({ score }) => score).sort((one, other) => other - one),
    )
    const all = await classify(data, { top_k: 100 })
    expect(all.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1)
    expect(await classify(data, { top_k: 1 })).toHaveLength(1)
  })

  it('applies the function that is asked for', async () => {
    const data = png(() => blue)
    const sigmoid = await classify(data, { function_to_apply: 'sigmoid', top_k: 100 })
    expect(sigmoid.every(({ score }) => score > 0 && score < 1)).toBe(true)
    expect(sigmoid.reduce((sum, { score }) => sum + score, 0)).toBeGreaterThan(1)
    const raw = await classify(data, { function_to_apply: 'none', top_k: 100 })
    expect(raw.some(({ score }) => score < 0)).toBe(true)
    expect(raw.map(({ label }) => label)).toEqual(sigmoid.map(({ label }) => label))
  })

  it.each([
    ['nothing', new Uint8Array(), {}, 400],
    ['a text', new TextEncoder().encode('hello, no picture here'), {}, 415],
    ['top_k 0', png(() => white), { top_k: 0 }, 422],
    ['a function that nobody knows', png(() => white), { function_to_apply: 'tanh' }, 422],
  ])('refuses %s', async (_, data, parameters, status) => {
    await expect(classify(data, parameters)).rejects.toMatchObject({ status })
  })

  const samples = join(process.env.TASKSCOPE_SHARED ?? '../shared', 'samples')
  it.skipIf(!existsSync(samples)).each([
    ['stormtrooper_depth.png', 'black and white picture'],
    ['cheetah.png', 'picture full of detail'],
  ])('%s is a %s (needs the shared samples)', async (name, label) => {
    const labels = await classify(new Uint8Array(readFileSync(join(samples, name))))
    expect(labels.map((each) => each.label)).toContain(label)
  })
})
