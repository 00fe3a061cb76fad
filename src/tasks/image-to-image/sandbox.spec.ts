import { decode, encode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import { readFilters } from '@/sandbox/lib/filters/words'
import { replyOfTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

/** 40 by 20: the left half red, the right half of a light grey. */
const WIDTH = 40
const HEIGHT = 20
const halves = new Uint8Array(WIDTH * HEIGHT * 3)
for (let at = 0; at < WIDTH * HEIGHT; at++)
  halves.set(at % WIDTH < WIDTH / 2 ? [200, 30, 40] : [190, 190, 190], at * 3)
const data = encode({ width: WIDTH, height: HEIGHT, channels: 3, data: halves })

async function edit(prompt: unknown, more: object = {}, bytes = data) {
  const parameters = { prompt, ...more } as Record<string, string>
  const reply = await replyOfTask(sandbox, {
    bytes: { data: bytes, mediaType: 'image/png' },
    parameters,
  })
  if (reply.kind !== 'bytes') throw new Error('Expected a picture')
  const png = decode(reply.data)
  const pixel = (x: number, y: number) => [
    ...png.data.subarray((y * png.width + x) * 3, (y * png.width + x) * 3 + 3),
  ]
  return { ...png, pixel, left: pixel(5, 10), right: pixel(35, 10), middle: pixel(19, 10) }
}
const sum = (colour: readonly number[]) => colour.reduce((all, value) => all + value, 0)
const spread = (colour: readonly number[]) => Math.max(...colour) - Math.min(...colour)

describe('image-to-image sandbox', () => {
  it('leaves the picture as it is without a prompt', async () => {
    expect((await edit('')).data).toEqual(halves)
  })

  it('computes what the words ask for', async () => {
    expect(spread((await edit('make it black and white')).left)).toBe(0)
    expect((await edit('invert the colours')).left).toEqual([55, 225, 215])
    expect(sum((await edit('brighter')).left)).toBeGreaterThan(270)
    expect(sum((await edit('darker')).left)).toBeLessThan(270)
    const [red = 0, , blue = 0] = (await edit('warmer')).right
    expect(red - blue).toBeGreaterThan(40)
    const [coldRed = 0, , coldBlue = 0] = (await edit('a winter day')).right
    expect(coldBlue - coldRed).toBeGreaterThan(40)
    expect((await edit('mirrored')).left).toEqual([190, 190, 190])
    expect((await edit('upside down')).left).toEqual([200, 30, 40])
    const turned = await edit('rotate it')
    expect([turned.width, turned.height]).toEqual([HEIGHT, WIDTH])
    expect(turned.pixel(10, 5)).toEqual([200, 30, 40])
    const edges = await edit('edges only')
    expect(sum(edges.left)).toBe(0)
    expect(sum(edges.middle)).toBeGreaterThan(200)
    const blurred = (await edit('blur')).middle
    expect(blurred).not.toEqual([200, 30, 40])
    expect(new Set((await edit('like a poster')).data).size).toBeLessThanOrEqual(4)
    expect((await edit('黑白')).data).toEqual((await edit('grayscale')).data)
  })

  it('does what guidance and steps say', async () => {
    expect((await edit('invert', { guidance_scale: 0 })).data).toEqual(halves)
    expect((await edit('grayscale', { num_inference_steps: 5 })).left).toEqual([141, 56, 61])
    const strong = await edit('darker', { guidance_scale: 15 })
    expect(sum(strong.left)).toBeLessThan(sum((await edit('darker')).left))
  })

  it('keeps away from what the negative prompt names', async () => {
    const more = { negative_prompt: 'blurry, dark' }
    expect((await edit('mirror, darker', more)).data).toEqual((await edit('mirror')).data)
  })

  it('gives the size that was asked for, also turned', async () => {
    const target_size = { width: 64, height: 48 }
    for (const prompt of ['sepia', 'rotate']) {
      const { width, height } = await edit(prompt, { target_size })
      expect([width, height]).toEqual([64, 48])
    }
  })

  it('tints mildly for words that name no filter, each in its own way', async () => {
    const [one, other] = [await edit('a cat astronaut'), await edit('oil on canvas')]
    expect(one.data).not.toEqual(other.data)
    expect(one.data).not.toEqual(halves)
    expect((await edit('a cat astronaut')).data).toEqual(one.data)
    const text = one.text as Readonly<Record<string, string>>
    expect(text.Description).toMatch(/^Filters: tint of \d+ degrees$/)
  })

  it.each<[string, string[]]>([
    ['Turn it into a pencil sketch, slightly warmer', ['sketch', 'warmer']],
    ['mirror it, then blur', ['mirror', 'blur']],
    ['flip vertically', ['flip']],
    ['an old photo with a vignette', ['sepia', 'vignette']],
    ['make it blue', ['blue tint']],
    ['变成红色的素描', ['红色 tint', 'sketch']],
    ['8-bit', ['pixelate']],
  ])('reads %s', (prompt, names) => {
    expect(readFilters(prompt).map(({ name }) => name)).toEqual(names)
  })

  it('reads how much', () => {
    const [a, b, c] = readFilters('very dark, slightly blurred and vivid')
    expect([a?.strength, b?.strength, c?.strength]).toEqual([1.7, 0.5, 1])
  })

  it.each([
    ['a prompt that is no text', 3, {}],
    ['guidance out of range', 'blur', { guidance_scale: -1 }],
    ['half a size', 'blur', { target_size: { width: 64 } }],
    ['a size too large', 'blur', { target_size: { width: 64, height: 9000 } }],
  ])('refuses %s', async (_name, prompt, more) => {
    await expect(edit(prompt, more)).rejects.toMatchObject({ status: 422 })
  })

  it('refuses what is no picture', async () => {
    await expect(edit('blur', {}, new Uint8Array())).rejects.toMatchObject({ status: 400 })
  })
})
