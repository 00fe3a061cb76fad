import { encode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

type Rgb = readonly [number, number, number]
type Patch = readonly [x: number, y: number, width: number, height: number, colour: Rgb]

function png(width: number, height: number, ground: Rgb, patches: readonly Patch[] = []): string {
  const data = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at++) data.set(ground, at * 3)
  for (const [left, top, across, down, colour] of patches) {
    for (let y = top; y < top + down; y++)
      for (let x = left; x < left + across; x++) data.set(colour, (y * width + x) * 3)
  }
  return Buffer.from(encode({ width, height, channels: 3, data })).toString('base64')
}

interface Answer {
  readonly answer: string
  readonly score: number
}

const ask = async (image: unknown, question: unknown, parameters = {}) =>
  (await callTask(sandbox, { inputs: { image, question }, parameters })) as Answer[]

const white: Rgb = [255, 255, 255]
const red: Rgb = [220, 20, 30]
const blue: Rgb = [30, 40, 200]
/** Red at the top left, two blue ones on the right, on white. */
const three = png(200, 100, white, [
  [8, 6, 30, 24, red],
  [150, 8, 26, 26, blue],
  [146, 60, 30, 26, blue],
])
const night = png(60, 90, [12, 12, 18])

describe('visual-question-answering sandbox', () => {
  it.each([
    [three, 'How many things are there?', '3'],
    [three, 'How many blue regions do you see?', '2'],
    [three, 'How many green ones?', '0'],
    [three, 'What is the main colour of the picture?', 'light'],
    [three, 'What color is at the top left?', 'light'],
    [three, 'Where is the red one?', 'at the top left'],
    [three, 'Where is the green one?', 'nowhere'],
    [three, 'Is there anything red?', 'yes'],
    [three, 'Is there anything green?', 'no'],
    [three, 'What color is the ball?', 'blue'],
    [three, 'Is it dark?', 'no'],
    [three, 'Is this picture bright or dark?', 'bright'],
    [three, 'Is it black and white?', 'no'],
    [three, 'Is it landscape or portrait?', 'landscape'],
    [three, 'How wide is the picture?', '200 pixels'],
    [three, 'What is the resolution?', '200 × 100 pixels'],
    [three, '有几个蓝色的区域？', '2'],
    [three, '红色的东西在哪里？', '左上方'],
    [three, '这张图主要是什么颜色？', '浅色'],
    [night, 'Is it night?', 'yes'],
    [night, 'What is the orientation?', 'portrait'],
    [night, 'Is it a black and white photo?', 'yes'],
    [night, '这张图是横的还是竖的？', '纵向'],
    [night, 'How tall is the image?', '90 pixels'],
  ])('%# %s %s', async (image, question, answer) => {
    const answers = await ask(image, question)
    expect(answers[0]?.answer).toBe(answer)
    const scores = answers.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((one, other) => other - one))
    for (const score of scores) expect(score).toBeLessThanOrEqual(1)
  })

  it('says plainly what it cannot tell, in the language of the question', async () => {
    const [one] = await ask(three, 'What animal is this?')
    expect(one).toMatchObject({
      score: 0,
      answer: expect.stringMatching(/^I cannot tell/) as string,
    })
    const [other] = await ask(three, '这是什么动物？')
    expect(other).toMatchObject({ score: 0, answer: expect.stringMatching(/^无法判断/) as string })
    expect((await ask(three, 'Where is the cat?'))[0]?.answer).toMatch(/^I cannot tell/)
  })

  it('is less sure of what stands out less', async () => {
    const faint = png(200, 100, white, [[20, 20, 60, 60, [222, 214, 206]]])
    const clear = png(200, 100, white, [[20, 20, 60, 60, red]])
    const sure = async (image: string) =>
      (await ask(image, 'How many?')).find(({ answer }) => answer === '1')?.score ?? 0
    expect(await sure(clear)).toBeGreaterThan((await sure(faint)) + 0.2)
  })

  it('gives as many answers as top_k says', async () => {
    expect(await ask(three, 'How many?', { top_k: 2 })).toHaveLength(2)
    expect((await ask(three, 'How many?')).length).toBeGreaterThan(2)
  })

  it.each([
    ['no question', three, '', {}, 422],
    ['a number as question', three, 3, {}, 422],
    ['no picture', undefined, 'How many?', {}, 422],
    ['a picture that is none', btoa('hello, this is no picture'), 'How many?', {}, 415],
    ['top_k of 0', three, 'How many?', { top_k: 0 }, 422],
  ])('refuses %s', async (_name, image, question, parameters, status) => {
    await expect(ask(image, question, parameters)).rejects.toMatchObject({ status })
  })
})
