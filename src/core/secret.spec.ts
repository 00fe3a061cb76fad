import { describe, expect, it } from 'vitest'
import { scrubber, scrubResponse } from './secret'

const TOKEN = 'hf_aabaabaac'

/** A reply whose body comes in the given pieces. */
function replyOf(pieces: readonly string[], headers: Record<string, string> = {}) {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece))
      controller.close()
    },
  })
  return new Response(body, { headers })
}

/** Every way to cut a text in two. */
const cuts = (text: string) => Array.from(text, (_, at) => [text.slice(0, at), text.slice(at)])

describe('scrubber', () => {
  it('takes out each place, and nothing where there is no token', () => {
    expect(scrubber(TOKEN)(`a ${TOKEN} b ${TOKEN}`)).toBe('a [token] b [token]')
    expect(scrubber(undefined)('a [token]')).toBe('a [token]')
  })
})

describe('scrubResponse', () => {
  it.each(cuts(`a${TOKEN}b${TOKEN}`))('finds the token across "%s" and "%s"', async (...pieces) => {
    expect(await scrubResponse(replyOf(pieces), TOKEN).text()).toBe('a[token]b[token]')
  })

  it.each([
    ['one letter at a time', [...`x${TOKEN}y`], 'x[token]y'],
    ['a beginning that starts again', ['hf_aabaab', 'hf_aabaabaac'], 'hf_aabaab[token]'],
    ['a part of the token at the end', ['x hf_aab'], 'x hf_aab'],
    ['nothing', [], ''],
    ['the token alone', [TOKEN], '[token]'],
  ])('%s', async (_, pieces, text) => {
    expect(await scrubResponse(replyOf(pieces), TOKEN).text()).toBe(text)
  })

  it('passes on at once what can not be a part of the token', async () => {
    let push: (text: string) => void = () => undefined
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => {
        push = (text) => controller.enqueue(new TextEncoder().encode(text))
      },
    })
    const reader = scrubResponse(new Response(body), TOKEN).body?.getReader()
    push('data: 1\n\n')
    const first = await reader?.read()
    expect(new TextDecoder().decode(first?.value)).toBe('data: 1\n\n')
    await reader?.cancel()
  })

  it('takes it out of headers and status, and drops lengths that no longer hold', () => {
    const headers = {
      'x-error': `Bearer ${TOKEN}`,
      'content-length': '3',
      'content-type': 'text/plain',
    }
    const scrubbed = scrubResponse(new Response('abc', { statusText: TOKEN, headers }), TOKEN)
    expect([...scrubbed.headers]).toEqual([
      ['content-type', 'text/plain'],
      ['x-error', 'Bearer [token]'],
    ])
    expect(scrubbed.statusText).toBe('[token]')
  })

  it('looks into media only where it is told to', async () => {
    const image = () => replyOf([`GIF ${TOKEN}`], { 'content-type': 'image/gif' })
    expect(await scrubResponse(image(), TOKEN).text()).toBe(`GIF ${TOKEN}`)
    expect(await scrubResponse(image(), TOKEN, { media: true }).text()).toBe('GIF [token]')
  })

  it('hands back the very reply where there is no token', () => {
    const reply = new Response('x')
    expect(scrubResponse(reply, undefined)).toBe(reply)
  })
})
