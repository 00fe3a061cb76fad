import { encode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

type Rgb = readonly [number, number, number]
type Patch = readonly [x: number, y: number, width: number, height: number, colour: Rgb]

function png(width: number, height: number, ground: Rgb, patches: readonly Patch[] = []) {
  const data = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at++) data.set(ground, at * 3)
  for (const [left, top, across, down, colour] of patches) {
    for (let y = top; y < top + down; y++)
      for (let x = left; x < left + across; x++) data.set(colour, (y * width + x) * 3)
  }
  return encode({ width, height, channels: 3, data })
}

async function caption(data: Uint8Array, parameters = {}): Promise<string> {
  const reply = await callTask(sandbox, { bytes: { data, mediaType: 'image/png' }, parameters })
  return (reply as { generated_text: string }[])[0]?.generated_text ?? ''
}

const white: Rgb = [255, 255, 255]
const red: Rgb = [220, 20, 30]
const blue: Rgb = [30, 40, 200]

describe('image-to-text sandbox', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['shape and light', png(200, 100, white), /^a bright grey wide picture, mostly light$/],
    ['a dark tall one', png(100, 200, [10, 10, 12]), /^a dark grey tall picture, mostly dark/],
    ['its colour', png(100, 100, blue), /square picture, mostly blue/],
    [
      'a region and its place',
      png(200, 200, white, [[10, 10, 50, 50, red]]),
      /with a red region at the top left$/,
    ],
    [
      'regions of one colour together',
      png(200, 200, white, [
        [10, 10, 50, 50, red],
        [130, 120, 50, 50, red],
      ]),
      /with 2 red regions$/,
    ],
    [
      'two colours',
      png(200, 200, white, [
        [10, 10, 60, 60, red],
        [140, 80, 50, 50, blue],
      ]),
      /a red region at the top left and a blue region on the right/,
    ],
  ])('says %s', async (_name, data, expected) => {
    expect(await caption(data)).toMatch(expected)
  })

  it('stops at max_new_tokens, wherever it is given', async () => {
    const data = png(200, 100, white)
    expect(await caption(data, { max_new_tokens: 3 })).toBe('a bright grey')
    expect(await caption(data, { generation_parameters: { max_new_tokens: 2 } })).toBe('a bright')
  })

  it('words it in other ways when it samples', async () => {
    const data = png(200, 100, white)
    const said = (parameters: object) =>
      Promise.all(Array.from({ length: 30 }, () => caption(data, parameters)))
    expect(new Set(await said({})).size).toBe(1)
    const sampled = await said({ generation_parameters: { do_sample: true } })
    expect(new Set(sampled).size).toBeGreaterThan(1)
  })

  it.each([
    ['no picture', new Uint8Array(), {}, 400],
    ['a text', new TextEncoder().encode('hello, no picture here'), {}, 415],
    ['no tokens', png(20, 20, white), { max_new_tokens: 0 }, 422],
    ['a wrong type', png(20, 20, white), { generation_parameters: 3 }, 422],
  ])('refuses %s', async (_name, data, parameters, status) => {
    await expect(caption(data, parameters)).rejects.toMatchObject({ status })
  })
})
