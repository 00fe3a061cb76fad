import { decode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import { readPrompt } from '@/sandbox/lib/painter/prompt'
import { replyOfTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

const draw = async (inputs: unknown, parameters: object = {}) => {
  const reply = await replyOfTask(sandbox, {
    inputs,
    parameters: { width: 96, height: 96, seed: 1, ...parameters },
  })
  if (reply.kind !== 'bytes') throw new Error('Expected a picture')
  expect(reply.mediaType).toBe('image/png')
  return decode(reply.data)
}
type Png = Awaited<ReturnType<typeof draw>>
type Test = (red: number, green: number, blue: number) => boolean

/** The mean place of the pixels that pass, as shares of the picture, and how many pass. */
function locate({ width, height, data }: Png, test: Test) {
  let [count, x, y] = [0, 0, 0]
  for (let index = 0; index < width * height; index++) {
    const [red = 0, green = 0, blue = 0] = data.subarray(index * 3, index * 3 + 3)
    if (!test(red, green, blue)) continue
    count++
    x += (index % width) / width
    y += Math.floor(index / width) / height
  }
  return { count, x: x / count, y: y / count }
}
const isRed: Test = (red, green, blue) => red > 150 && green < 110 && blue < 110
const isBlue: Test = (red, green, blue) => blue > 130 && red < 110 && green < 140

describe('text-to-image sandbox', () => {
  it('draws the size asked for, the same for a seed, another for another', async () => {
    const picture = await draw('mountains by the sea', { width: 128, height: 64 })
    expect([picture.width, picture.height]).toEqual([128, 64])
    const same = await draw('mountains by the sea', { width: 128, height: 64 })
    const other = await draw('mountains by the sea', { width: 128, height: 64, seed: 2 })
    expect(same.data).toEqual(picture.data)
    expect(other.data).not.toEqual(picture.data)
  })

  it('puts coloured shapes where the prompt says', async () => {
    const picture = await draw('a red circle on the left and a blue square on the right')
    const [red, blue] = [locate(picture, isRed), locate(picture, isBlue)]
    expect(red.count).toBeGreaterThan(100)
    expect(blue.count).toBeGreaterThan(100)
    expect(red.x).toBeLessThan(0.4)
    expect(blue.x).toBeGreaterThan(0.6)
    const stacked = await draw('a red circle at the top, a blue circle at the bottom')
    expect(locate(stacked, isRed).y).toBeLessThan(locate(stacked, isBlue).y - 0.3)
  })

  it('leaves out what the negative prompt names', async () => {
    expect(locate(await draw('a red circle', { negative_prompt: 'red' }), isRed).count).toBe(0)
    expect(locate(await draw('a red circle', { negative_prompt: 'circles' }), isRed).count).toBe(0)
  })

  it('is more colourful with more guidance', async () => {
    const strength = async (guidance_scale: number) => {
      const { data } = await draw('a red circle', { guidance_scale })
      let sum = 0
      for (let index = 0; index < data.length; index += 3) {
        const colour = [...data.subarray(index, index + 3)]
        sum += Math.max(...colour) - Math.min(...colour)
      }
      return sum
    }
    expect(await strength(15)).toBeGreaterThan(await strength(1))
  })

  it('has more detail with more steps', async () => {
    const stars = async (num_inference_steps: number) =>
      locate(await draw('night', { num_inference_steps }), (red) => red > 120).count
    expect(await stars(50)).toBeGreaterThan(await stars(2))
  })

  it('draws unknown words too, each in its own way', async () => {
    const [one, other] = await Promise.all([draw('quixotic'), draw('zeugma')])
    expect(one.data).not.toEqual(other.data)
  })

  it.each([
    ['three red balls', [{ name: 'circle', count: 3 }]],
    ['trees', [{ name: 'tree', count: 3 }]],
    [
      'a big house, two small cats',
      [
        { name: 'house', count: 1, scale: 1.5 },
        { name: 'cat', count: 2, scale: 0.6 },
      ],
    ],
    ['五个蓝色的三角形', [{ name: 'triangle', count: 5 }]],
  ])('reads %s', (prompt, things) => {
    expect(readPrompt(prompt, '').things).toMatchObject(things)
  })

  it.each([
    ['', {}],
    ['x', { width: 32 }],
    ['x', { height: 2000 }],
    ['x', { width: 100.5 }],
    ['x', { negative_prompt: 3 }],
  ])('refuses %j with %j', async (inputs, parameters) => {
    await expect(draw(inputs, parameters)).rejects.toMatchObject({ status: 422 })
  })

  it('stops when it is called off', async () => {
    const signal = AbortSignal.timeout(1)
    const parameters = { width: 1024, height: 1024 }
    await expect(replyOfTask(sandbox, { inputs: 'a cat', parameters, signal })).rejects.toThrow()
  })
})
