import type { Json } from '@/core/json'
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

const [width, height] = [160, 100]

function png(paint: Paint): Uint8Array {
  const data = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at++) {
    data.set(paint(at % width, Math.floor(at / width)), at * 3)
  }
  return encode({ width, height, channels: 3, data })
}
const base64 = (data: Uint8Array) => Buffer.from(data).toString('base64')

const classify = async (data: Uint8Array, candidate_labels: Json, more = {}) =>
  (await callTask(sandbox, {
    inputs: { image: base64(data) },
    parameters: { candidate_labels, ...more },
  })) as Label[]

const red = png(() => [210, 20, 30])
const dark = png(() => [8, 8, 10])
const field = png((_, y) => (y < 50 ? [90, 150, 235] : [50, 140, 50]))
const dots = png((x, y) => (x % 6 < 3 && y % 6 < 3 ? [10, 10, 10] : [250, 250, 250]))

describe('zero-shot-image-classification sandbox', () => {
  it.each<[string, Uint8Array, string[]]>([
    ['colours', red, ['a red car', 'a blue car', 'a green car']],
    ['light', dark, ['at night', 'a bright day']],
    ['the sky above grass', field, ['green grass under a blue sky', 'a snowy mountain', 'fire']],
    ['a surface', dots, ['a spotted fur', 'a plain wall']],
    ['no colour', dots, ['a black and white photo', 'a colourful photo']],
    ['a layout', red, ['landscape', 'portrait', 'square']],
    ['Chinese', red, ['红色的汽车', '蓝色的汽车', '绿色的汽车']],
  ])('judges %s: the first label fits', async (_, data, labels) => {
    const [best, ...others] = await classify(data, labels)
    expect(best?.label).toBe(labels[0])
    expect(best?.score).toBeGreaterThan(0.5)
    expect(others.map(({ label }) => label).sort()).toEqual(labels.slice(1).sort())
  })

  it('sums to one, the best first', async () => {
    const labels = await classify(field, ['blue', 'green', 'red', 'cat'])
    const scores = labels.map(({ score }) => score)
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1)
    expect(scores).toEqual([...scores].sort((one, other) => other - one))
  })

  it('claims nothing about words that it cannot judge', async () => {
    for (const { score } of await classify(field, ['cat', 'dog', 'bird', 'credit'])) {
      expect(score).toBeCloseTo(0.25)
    }
    const mixed = await classify(red, ['red', 'cat', 'blue'])
    expect(mixed.map(({ label }) => label)).toEqual(['red', 'cat', 'blue'])
  })

  it('takes the image as bare base64 too', async () => {
    const bytes = { data: red, mediaType: 'image/png' }
    const parameters = { candidate_labels: ['blue', 'red'] }
    const labels = (await callTask(sandbox, { bytes, parameters })) as Label[]
    expect(labels[0]?.label).toBe('red')
  })

  it.each<[string, Json, object]>([
    ['one label', ['red'], {}],
    ['no labels', null, {}],
    ['numbers', [1, 2], {}],
    ['a template without a place', ['red', 'blue'], { hypothesis_template: 'a photo' }],
  ])('refuses %s', async (_, labels, more) => {
    await expect(classify(red, labels, more)).rejects.toMatchObject({ status: 422 })
  })

  it('refuses what is no picture', async () => {
    const parameters = { candidate_labels: ['red', 'blue'] }
    const call = (inputs: object) => callTask(sandbox, { inputs, parameters })
    await expect(call({})).rejects.toMatchObject({ status: 422 })
    await expect(call({ image: '!!' })).rejects.toMatchObject({ status: 422 })
    await expect(call({ image: btoa('a text, and no picture') })).rejects.toMatchObject({
      status: 415,
    })
  })

  const samples = join(process.env.TASKSCOPE_SHARED ?? '../shared', 'samples')
  it.skipIf(!existsSync(samples)).each([
    ['stormtrooper_depth.png', 'black and white', 'colourful'],
    ['cheetah.png', 'yellow and brown', 'blue and purple'],
  ])('%s is more %s than %s (needs the shared samples)', async (name, more, less) => {
    const [best] = await classify(new Uint8Array(readFileSync(join(samples, name))), [less, more])
    expect(best?.label).toBe(more)
  })
})
