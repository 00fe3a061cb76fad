import { encode } from 'fast-png'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeMask } from '@/core/mask-png'
import { holds, type MaskRuns } from '@/core/mask-runs'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

type Rgb = readonly [red: number, green: number, blue: number]
interface Part {
  label: string
  score: number | null
  mask: string
}

const [width, height] = [300, 200]
const white: Rgb = [255, 255, 255]
const red: Rgb = [220, 20, 30]
const blue: Rgb = [30, 40, 200]
const isDisc = (x: number, y: number) => Math.hypot(x - 80, y - 70) < 45
const isBlock = (x: number, y: number) => x >= 180 && x < 260 && y >= 90 && y < 170

/** A red disc and a blue block on white. */
const scene = png((x, y) => (isDisc(x, y) ? red : isBlock(x, y) ? blue : white))

function png(paint: (x: number, y: number) => Rgb): Uint8Array {
  const data = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at++) {
    data.set(paint(at % width, Math.floor(at / width)), at * 3)
  }
  return encode({ width, height, channels: 3, data })
}

const segment = async (data: Uint8Array, parameters = {}) =>
  (await callTask(sandbox, { bytes: { data, mediaType: 'image/png' }, parameters })) as Part[]

async function runsOf({ mask }: Part): Promise<MaskRuns> {
  const decoded = await decodeMask(mask)
  if ('fault' in decoded) throw new Error(decoded.fault)
  return decoded.runs
}

/** Shared pixels by all pixels of both. */
function overlap(mask: MaskRuns, isInside: (x: number, y: number) => boolean): number {
  let [both, either] = [0, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [one, other] = [holds(mask, x, y), isInside(x, y)]
      if (one && other) both++
      if (one || other) either++
    }
  }
  return both / either
}

describe('image-segmentation sandbox', () => {
  it('gives masks of the size of the picture that fit what they are named after', async () => {
    const parts = await segment(scene)
    expect(parts.map(({ label }) => label).sort()).toEqual([
      'blue region',
      'light background',
      'red region',
    ])
    const truth = {
      'red region': isDisc,
      'blue region': isBlock,
      'light background': (x: number, y: number) => !isDisc(x, y) && !isBlock(x, y),
    }
    for (const part of parts) {
      const mask = await runsOf(part)
      expect([mask.width, mask.height]).toEqual([width, height])
      expect(overlap(mask, truth[part.label as keyof typeof truth])).toBeGreaterThan(0.95)
      expect(part.score).toBeGreaterThan(0.5)
    }
  })

  it('answers the subtask that is asked for', async () => {
    const twice = png((x, y) => (isDisc(x, y) || isBlock(x, y) ? red : white))
    const labels = async (subtask: string) =>
      (await segment(twice, { subtask })).map(({ label }) => label)
    expect(await labels('instance')).toEqual(['red region', 'red region'])
    expect(await labels('semantic')).toEqual(['light area', 'red area'])
    expect(await labels('panoptic')).toEqual(['light background', 'red region', 'red region'])
    const semantic = await segment(twice, { subtask: 'semantic' })
    expect(semantic.map(({ score }) => score)).toEqual([null, null])
  })

  it('honours the thresholds', async () => {
    // Between red and blue: as near to the one as to the other.
    const faint = png((x, y) => (isDisc(x, y) ? [200, 200, 205] : isBlock(x, y) ? blue : white))
    const all = await segment(faint, { threshold: 0 })
    const scores = all.map(({ score }) => score ?? 0)
    const most = Math.max(...scores)
    expect((await segment(faint, { threshold: most })).length).toBe(
      scores.filter((score) => score === most).length,
    )
    const blurred = png((x) => [x < 150 ? x : 255, 20, 255 - Math.min(255, x)])
    const areas = async (parameters: object) =>
      Promise.all(
        (
          await segment(blurred, { threshold: 0, overlap_mask_area_threshold: 0, ...parameters })
        ).map(async (part) => (await runsOf(part)).area),
      )
    const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
    const [wide, narrow] = [await areas({}), await areas({ mask_threshold: 0.8 })]
    expect(sum(narrow)).toBeLessThan(sum(wide) * 0.9)
    const kept = await areas({ mask_threshold: 0.8, overlap_mask_area_threshold: 0.95 })
    expect(kept.length).toBeLessThan(narrow.length)
  })

  it.each([
    ['nothing', new Uint8Array(), {}, 400],
    ['a text', new TextEncoder().encode('hello, no picture here'), {}, 415],
    ['a subtask that nobody knows', scene, { subtask: 'all' }, 422],
    ['a threshold beyond 1', scene, { mask_threshold: 2 }, 422],
  ])('refuses %s', async (_, data, parameters, status) => {
    await expect(segment(data, parameters)).rejects.toMatchObject({ status })
  })

  const samples = join(process.env.TASKSCOPE_SHARED ?? '../shared', 'samples')
  it.skipIf(!existsSync(samples)).each(['cats.png', 'cheetah.png', 'stormtrooper_depth.png'])(
    'covers most of %s once (needs the shared samples)',
    async (name) => {
      const parts = await segment(new Uint8Array(readFileSync(join(samples, name))))
      const masks = await Promise.all(parts.map(runsOf))
      const covered = masks.reduce((sum, { area, width, height }) => sum + area / width / height, 0)
      expect(parts.length).toBeGreaterThan(3)
      expect(covered).toBeGreaterThan(0.95)
      expect(covered).toBeLessThanOrEqual(1.0001)
    },
  )
})
