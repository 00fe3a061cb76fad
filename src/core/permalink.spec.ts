import { describe, expect, it } from 'vitest'
import type { Connection } from './connection'
import { mediaFile } from './media'
import { decodeLink, encodeLink, LINK_LIMIT, withFiles } from './permalink'

const sandbox: Connection = { kind: 'sandbox' }
const draft = (input: unknown) => ({
  model: 'owner/name',
  input,
  parameters: { top_k: 2 },
  stream: false,
})
const file = (name: string) => mediaFile(new Blob(['x'], { type: 'image/png' }), name)
const never = () => Promise.reject(new Error('no sample'))

async function link(input: unknown, connection = sandbox): Promise<string> {
  const text = await encodeLink(draft(input), connection)
  if (text === undefined) throw new Error('too long')
  return text
}

describe('a link', () => {
  it.each([
    ['plain', { inputs: 'I like you' }],
    ['quotes, emoji, Chinese', { inputs: `'"$\`\\ 😀 你好\n&=#?%` }],
    ['nested', { query: 'q', table: { columns: ['a'], rows: [['1'], ['2']] } }],
  ])('comes back as it was: %s', async (_, input) => {
    const text = await link(input)
    expect(text).toMatch(/^[\w-]+$/)
    expect(await decodeLink(text)).toMatchObject({ ...draft(input), connection: sandbox })
  })

  it('carries what differs from the defaults of a request, and nothing that it does not know', async () => {
    const options = { waitForModel: true, useCache: false, evil: 'x' }
    const text = await encodeLink({ ...draft({ inputs: 'a' }), options }, sandbox)
    expect((await decodeLink(text ?? ''))?.options).toEqual({ waitForModel: true, useCache: false })
    expect(await decodeLink(await link({ inputs: 'a' }))).not.toHaveProperty('options')
  })

  it('carries no token of Hugging Face, wherever it was typed', async () => {
    const token = 'hf_abcdefghijklmnopqrstuv'
    const linked = await decodeLink(await link({ inputs: `my ${token}`, [token]: [token] }))
    expect(JSON.stringify(linked)).not.toContain('hf_abc')
  })

  it('says when there is too much for it', async () => {
    let noise = ''
    for (let i = 1; noise.length < 40_000; i++) noise += Math.sin(i).toString(36).slice(2)
    expect(await encodeLink(draft({ inputs: noise }), sandbox)).toBeUndefined()
    const repeated = await link({ inputs: 'again and '.repeat(4000) })
    expect(repeated.length).toBeLessThan(LINK_LIMIT)
  })

  it.each([
    [
      'provider',
      { kind: 'provider', provider: 'auto', billTo: 'my-org' },
      { kind: 'provider', provider: 'auto' },
    ],
    [
      'query',
      { kind: 'endpoint', url: 'https://x.dev/a?b=c&api_key=secret&d=[e]', auth: 'own' },
      { kind: 'endpoint', url: 'https://x.dev/a?b=c&d=[e]' },
    ],
    [
      'query alone',
      { kind: 'endpoint', url: 'https://x.dev/?access_token=secret', auth: 'own' },
      { kind: 'endpoint', url: 'https://x.dev/' },
    ],
    [
      'endpoint',
      { kind: 'endpoint', url: 'https://me:secret@x.dev/a', auth: 'own' },
      { kind: 'endpoint', url: 'https://x.dev/a' },
    ],
  ] as const)('carries no secret and no payer of a %s', async (_, connection, expected) => {
    const linked = await decodeLink(await link({ inputs: 'x' }, connection))
    expect(linked?.connection).toEqual(expected)
  })

  it.each(['', '%%%', 'AAAA', 'a'.repeat(500)])('that is damaged is none: %s', async (text) => {
    expect(await decodeLink(text)).toBeUndefined()
  })

  it('that unpacks to a flood is none', async () => {
    const flood = new Blob([JSON.stringify({ v: 1, x: 'a'.repeat(3_000_000) })])
    const stream = flood.stream().pipeThrough(new CompressionStream('deflate-raw'))
    const bytes = Buffer.from(await new Response(stream).arrayBuffer())
    expect(await decodeLink(bytes.toString('base64url'))).toBeUndefined()
  })
})

describe('files in a link', () => {
  it('are named, not carried; samples are loaded again', async () => {
    const input = {
      image: { ...file('street.png'), source: { sample: 'street.png' } },
      images: [file('mine.png')],
    }
    const linked = await decodeLink(await link(input))
    expect(JSON.stringify(linked)).not.toContain('blob')
    const loaded = file('street.png')
    const opened = await withFiles(linked?.input, () => Promise.resolve(loaded))
    expect(opened.input).toEqual({ image: loaded, images: [] })
    expect(opened.missing).toEqual([{ name: 'mine.png' }])
  })

  it('of an address are not loaded by themselves', async () => {
    const input = { image: { ...file('a.png'), source: { url: 'https://x.dev/a.png' } } }
    const linked = await decodeLink(await link(input))
    expect(await withFiles(linked?.input, never)).toEqual({
      input: { image: null },
      missing: [{ name: 'a.png', url: 'https://x.dev/a.png' }],
    })
  })
})
