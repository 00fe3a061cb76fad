import { describe, expect, it } from 'vitest'
import { formBody, formFiles, formPieces, formType } from './form'
import { mediaFile } from './media'
import type { FormPart } from './request'

const file = mediaFile(new Blob(['bytes']), 'a "b"\nc 你.png', 'image/png')

/** What Node's own FormData makes of the same parts, with our boundary. */
async function reference(parts: readonly FormPart[], boundary: string): Promise<string> {
  const form = new FormData()
  for (const part of parts)
    if ('file' in part)
      form.append(part.name, new Blob([part.file.blob], { type: part.file.type }), part.file.name)
    else form.append(part.name, part.value)
  const response = new Response(form)
  const type = response.headers.get('content-type') ?? ''
  const own = type.slice(type.indexOf('=') + 1)
  return (await response.text()).replaceAll(own, boundary)
}

describe('a form', () => {
  it.each<[string, FormPart[]]>([
    ['texts', [{ name: 'model', value: 'whisper-1' }]],
    ['line breaks and quotes', [{ name: 'a"\nb\r', value: 'one\ntwo\rthree\r\nfour "five"' }]],
    ['a file', [{ name: 'file', file }]],
    [
      'both, and a name twice',
      [
        { name: 'x', value: '' },
        { name: 'x', file },
        { name: 'x', value: '你\0' },
      ],
    ],
    ['half a letter', [{ name: 'x', value: 'a\ud800b' }]],
  ])('of %s is what FormData makes', async (_name, parts) => {
    const body = formBody(parts)
    const pieces = formPieces(body).map((piece) => (typeof piece === 'string' ? piece : piece.blob))
    expect(await new Blob(pieces).text()).toBe(await reference(parts, body.boundary))
    expect(formType(body)).toBe(`multipart/form-data; boundary=${body.boundary}`)
  })

  it('knows its files', () => {
    expect(
      formFiles(
        formBody([
          { name: 'a', value: 'b' },
          { name: 'c', file },
        ]),
      ),
    ).toEqual([file])
  })

  it('is parted by what none of its texts holds', () => {
    const { boundary } = formBody([])
    const body = formBody([{ name: 'x', value: `--${boundary}--\r\n` }])
    expect(body.parts[0]).toMatchObject({
      value: expect.not.stringContaining(body.boundary) as string,
    })
  })
})
