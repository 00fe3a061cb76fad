import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FromSandbox, SandboxLine, ToSandbox } from '@/core/sandbox-messages'
import { createSandbox, type AbortedCall } from '@/sandbox/app'
import { hostSandbox } from '@/workers/sandbox-host'
import { sandboxOver } from './sandbox-line'

/** The real sandbox over a real line: what is posted is cloned, as between a page and its worker. */
const open: MessagePort[] = []
afterEach(() => open.splice(0).forEach((port) => port.close()))

function connect() {
  const { port1, port2 } = new MessageChannel()
  open.push(port1, port2)
  const aborted: AbortedCall[] = []
  const sandbox = createSandbox({ onAbort: (call) => aborted.push(call) })
  hostSandbox(port2 as SandboxLine<FromSandbox, ToSandbox>, sandbox)
  const far = sandboxOver(port1 as SandboxLine<ToSandbox, FromSandbox>)
  port1.start()
  port2.start()
  return { ...far, sandbox, aborted }
}

const address = (model: string) => `http://page.test/app/sandbox/models/${model}`
const json = (model: string, body: unknown, init: RequestInit = {}) =>
  new Request(address(model), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...init,
  })

describe('sandboxOver', () => {
  it('answers as the sandbox itself does', async () => {
    const { fetch, sandbox } = connect()
    const request = () => json('sandbox/text-classification', { inputs: 'I love it' })
    const [far, near] = [await fetch(request()), await sandbox(request())]
    expect(far.status).toBe(200)
    expect(far.headers.get('content-type')).toBe(near.headers.get('content-type'))
    expect(await far.json()).toEqual(await near.json())
  })

  it('carries a picture as bytes, and errors with their status', async () => {
    const { fetch } = connect()
    const body = readFileSync(new URL('../../public/samples/shapes.png', import.meta.url))
    const init = { method: 'POST', headers: { 'content-type': 'image/png' } }
    const found = await fetch(new Request(address('sandbox/object-detection'), { ...init, body }))
    expect(await found.json()).toContainEqual(
      expect.objectContaining({ score: expect.any(Number) }),
    )
    const broken = new Request(address('sandbox/object-detection'), { ...init, body: 'no picture' })
    const refused = await fetch(broken)
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(await refused.json()).toHaveProperty('error')
  })

  it('streams piece by piece', async () => {
    const { fetch } = connect()
    const parameters = { max_new_tokens: 5 }
    const request = json('sandbox/text-generation', { inputs: 'Once', parameters, stream: true })
    const text = await (await fetch(request)).text()
    expect(text.match(/^data:/gm)?.length).toBeGreaterThan(2)
  })

  it('stops the work when a call is aborted before its reply, or its body is let go', async () => {
    const { fetch, aborted } = connect()
    const slow = (signal?: AbortSignal) =>
      json(
        'sandbox/slow/pipeline/text-generation',
        { inputs: 'Once upon a time', stream: true },
        signal ? { signal } : {},
      )
    const stop = new AbortController()
    const first = fetch(slow(stop.signal))
    stop.abort(new Error('stopped'))
    await expect(first).rejects.toThrow('stopped')

    const second = await fetch(slow())
    const reader = second.body?.getReader()
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0)
    await reader?.cancel()
    await vi.waitFor(() => expect(aborted.length).toBeGreaterThan(0))
  })

  it('ends every open call when the other end breaks down', async () => {
    const { fetch, fail } = connect()
    const request = json('sandbox/slow/pipeline/text-generation', { inputs: 'Once', stream: true })
    const response = await fetch(request)
    const text = response.text()
    fail(new Error('The worker broke down'))
    await expect(text).rejects.toThrow('broke down')
  })
})
