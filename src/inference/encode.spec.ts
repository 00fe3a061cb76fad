import { describe, expect, it } from 'vitest'
import { base64At, dataUrlAt, jsonBody } from '@/core/body'
import type { Json } from '@/core/json'
import { mediaFile } from '@/core/media'
import type { RequestBody } from '@/core/request'
import { base64Of, encodeBody, previewText } from './encode'

const NASTY = 'it\'s "é" $x `y` \\ \r\n 你好 🐈 \u2028 \ud800 [object Object]'
const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256)
const cats = mediaFile(new Blob([bytes]), 'cats.png', 'image/png')

async function sent(body: RequestBody): Promise<string> {
  const { body: encoded } = await encodeBody(body)
  return encoded === undefined ? '' : new Response(encoded).text()
}

describe('encodeBody', () => {
  it.each<[string, Json]>([
    ['an object', { inputs: NASTY, parameters: { top_k: 3 } }],
    ['a text', NASTY],
    ['null', null],
    ['a list', [[], {}, 0.1, 1e21, -0, false]],
  ])('sends %s as its JSON text', async (_, value) => {
    expect(await encodeBody(jsonBody(value))).toEqual({
      body: JSON.stringify(value),
      contentType: 'application/json',
    })
  })

  it('sends a file as it is, with the media type it goes by', async () => {
    const { body, contentType } = await encodeBody({ kind: 'bytes', file: cats })
    expect(contentType).toBe('image/png')
    expect(body).toBeInstanceOf(Blob)
    expect((body as Blob).type).toBe('image/png')
    expect(new Uint8Array(await (body as Blob).arrayBuffer())).toEqual(bytes)
  })

  it('puts base64 exactly at the slots', async () => {
    const body = jsonBody({ inputs: { image: '', question: NASTY }, messages: [{ url: '' }] }, [
      base64At('/inputs/image', cats),
      dataUrlAt('/messages/0/url', cats),
    ])
    const base64 = Buffer.from(bytes).toString('base64')
    expect(await sent(body)).toBe(
      JSON.stringify({
        inputs: { image: base64, question: NASTY },
        messages: [{ url: `data:image/png;base64,${base64}` }],
      }),
    )
    expect((await encodeBody(body)).contentType).toBe('application/json')
  })

  it('has nothing to send for an empty body', async () => {
    expect(await encodeBody({ kind: 'none' })).toEqual({})
  })

  it('encodes 25 MB as one unbroken base64', async () => {
    const large = new Uint8Array(25_000_000)
    for (let index = 0; index < large.length; index += 4096) large[index] = index % 251
    const file = mediaFile(new Blob([large]), 'long.wav', 'audio/wav')
    const { body } = await encodeBody(jsonBody({ inputs: '' }, [base64At('/inputs', file)]))
    const buffer = Buffer.from(await (body as Blob).arrayBuffer())
    const expected = Buffer.from(`{"inputs":"${Buffer.from(large).toString('base64')}"}`)
    expect(buffer.equals(expected)).toBe(true)
  })

  it.each([0, 1, 2, 3, 786431, 786432, 786433])('encodes %i bytes', async (length) => {
    const data = new Uint8Array(length).fill(201)
    expect(await base64Of(new Blob([data]))).toBe(Buffer.from(data).toString('base64'))
  })
})

describe('previewText', () => {
  it('names each file in its place', () => {
    const file = { ...cats, size: 522_676 }
    const body = jsonBody({ inputs: '', parameters: { threshold: 0.5 } }, [
      base64At('/inputs', file),
    ])
    expect(previewText(body)).toBe(
      '{\n  "inputs": "<base64 of cats.png, 522,676 bytes>",\n  "parameters": {\n    "threshold": 0.5\n  }\n}',
    )
    expect(previewText(jsonBody({ url: '' }, [dataUrlAt('/url', file)]))).toContain(
      '"data:image/png;base64,<base64 of cats.png, 522,676 bytes>"',
    )
  })

  it('says what bytes go out, and nothing for no body', () => {
    expect(previewText({ kind: 'bytes', file: cats })).toBe('<1,000 bytes of cats.png, image/png>')
    expect(previewText({ kind: 'none' })).toBe('')
  })
})
