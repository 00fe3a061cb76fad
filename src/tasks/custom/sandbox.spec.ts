import { describe, expect, it } from 'vitest'
import { formBody, formPieces } from '@/core/form'
import { mediaFile } from '@/core/media'
import { callTask, eventsOfTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

describe('custom sandbox', () => {
  it('describes and echoes JSON', async () => {
    const body = { a: [1, 'two'], b: { c: null } }
    expect(await callTask(sandbox, { body })).toMatchObject({
      received: {
        echo: body,
        structure: {
          size: 2,
          keys: {
            a: { size: 2, members: ['number', 'string'] },
            b: { keys: { c: { type: 'null' } } },
          },
        },
      },
    })
  })

  it('fingerprints bytes and sees through a wrong media type', async () => {
    const data = new TextEncoder().encode('abc')
    expect(await callTask(sandbox, { bytes: { data, mediaType: 'image/png' } })).toMatchObject({
      received: {
        size: 3,
        mediaType: 'image/png',
        sniffedType: 'text/plain',
        sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      },
    })
  })

  it('lists the fields of a form', async () => {
    const file = mediaFile(new Blob(['abc']), 'a.txt', 'text/plain')
    const body = formBody([
      { name: 'model', value: 'x\ny' },
      { name: 'file', file },
    ])
    const pieces = formPieces(body).map((piece) => (typeof piece === 'string' ? piece : piece.blob))
    const data = new Uint8Array(await new Blob(pieces).arrayBuffer())
    expect(
      await callTask(sandbox, { bytes: { data, mediaType: 'multipart/form-data' } }),
    ).toMatchObject({
      received: {
        kind: 'form',
        fields: [
          { name: 'model', value: 'x\r\ny' },
          { name: 'file', file: 'a.txt', size: 3, mediaType: 'text/plain' },
        ],
      },
    })
  })

  it('streams the same facts and ends with [DONE]', async () => {
    const events = await eventsOfTask(sandbox, { body: { stream: true, x: 1 } })
    expect(events.at(-1)).toBe('[DONE]')
    const facts = events.slice(0, -1).map((event) => JSON.parse(event) as Record<string, unknown>)
    expect(Object.assign({}, ...facts)).toMatchObject({ kind: 'json', echo: { x: 1 } })
  })
})
