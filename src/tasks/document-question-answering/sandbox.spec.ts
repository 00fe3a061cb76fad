import { decode } from 'fast-png'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Json } from '@/core/json'
import { readWordBoxes } from '@/core/word-boxes'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'
import invoiceWords from './invoice-words.json'

const file = readFileSync(join(import.meta.dirname, '../../../public/samples/invoice.png'))
const image = file.toString('base64')

interface Answer {
  readonly answer: string
  readonly score: number
  readonly start: number
  readonly end: number
}

async function ask(question: unknown, more: object = {}, word_boxes: Json = invoiceWords) {
  const parameters = { word_boxes, ...more } as Record<string, Json>
  return (await callTask(sandbox, { inputs: { image, question }, parameters })) as Answer[]
}

describe('the sample', () => {
  it('has its words where the boxes say, and nothing else that is written', () => {
    const { width, height, data } = decode(file)
    const boxes = readWordBoxes(invoiceWords) ?? []
    expect(boxes.length).toBeGreaterThan(50)
    const dark = (x: number, y: number) => (data[(y * width + x) * 3] ?? 255) < 120
    const left = new Set<string>()
    for (let y = 30; y < height; y++)
      for (let x = 0; x < width; x++) if (dark(x, y)) left.add(`${x} ${y}`)
    for (const { word, box } of boxes) {
      const [x0, x1] = [box.xmin, box.xmax].map((edge) => Math.round((edge / 1000) * width))
      const [y0, y1] = [box.ymin, box.ymax].map((edge) => Math.round((edge / 1000) * height))
      let ink = 0
      for (let y = y0 ?? 0; y <= (y1 ?? 0); y++)
        for (let x = x0 ?? 0; x <= (x1 ?? 0); x++) if (left.delete(`${x} ${y}`)) ink++
      expect(ink, word).toBeGreaterThan(4 * word.length)
    }
    expect([...left].slice(0, 3)).toEqual([])
  })
})

describe('document-question-answering sandbox', () => {
  it.each([
    ['What is the invoice number?', 'BL-2041'],
    ['What is the invoice date?', '12/03/2026'],
    ['When is the invoice due?', '11/04/2026'],
    ['What is the total?', '162.50'],
    ['How much is the subtotal?', '130.00'],
    ['What is the price of the desk lamp?', '38.00'],
    ['What is the quantity of candle holders?', '6'],
    ['How much VAT?', '32.50'],
    ['Who is it billed to?', 'Mara Lindqvist'],
    ['发票号码是多少？', 'BL-2041'],
    ['到期日期是什么时候？', '11/04/2026'],
    ['总计是多少？', '162.50'],
  ])('%s %s', async (question, answer) => {
    const [first] = await ask(question)
    expect(first?.answer).toBe(answer)
    const words = (readWordBoxes(invoiceWords) ?? []).slice(first?.start, (first?.end ?? 0) + 1)
    expect(words.map(({ word }) => word).join(' ')).toBe(answer)
    expect(first?.score).toBeGreaterThan(0.3)
    expect(first?.score).toBeLessThanOrEqual(1)
  })

  it('goes by the words and places that it gets', async () => {
    const moved: Json = [
      ['Number', [100, 100, 200, 120]],
      ['A-1', [100, 140, 160, 160]],
      ['A-2', [600, 100, 660, 120]],
    ]
    expect((await ask('What is the number?', {}, moved))[0]).toMatchObject({
      answer: 'A-2',
      start: 2,
    })
    expect((await ask('What is the number?', {}, moved.slice(0, 2)))[0]?.answer).toBe('A-1')
    expect(await ask('What is the number?', { top_k: 5 }, moved)).toHaveLength(2)
    expect((await ask('What is the number?', {}, moved.flat() as Json))[0]?.answer).toBe('A-2')
  })

  it('cuts at max_answer_len, and reads no more of a question than max_question_len', async () => {
    expect((await ask('Who is it billed to?', { max_answer_len: 1 }))[0]?.answer).toBe('Mara')
    expect(await ask('Is there any total?', { max_question_len: 3 })).toEqual([])
  })

  it('says nothing where nothing fits, or that nothing fits', async () => {
    expect(await ask('Which colour has the sky?')).toEqual([])
    const none = { answer: '', score: 1, start: 0, end: 0 }
    expect(await ask('Which colour has the sky?', { handle_impossible_answer: true })).toEqual([
      none,
    ])
  })

  it('says plainly that it reads no text', async () => {
    const asked = callTask(sandbox, { inputs: { image, question: 'What is the total?' } })
    await expect(asked).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('does not read text') as string,
    })
  })

  it.each([
    ['no question', ' ', {}, invoiceWords],
    ['words that are no boxes', 'Total?', {}, ['Total']],
    ['top_k of 0', 'Total?', { top_k: 0 }, invoiceWords],
    ['a language that is no text', 'Total?', { lang: 3 }, invoiceWords],
  ])('refuses %s', async (_name, question, more, boxes) => {
    await expect(ask(question, more, boxes)).rejects.toMatchObject({ status: 422 })
  })
})
