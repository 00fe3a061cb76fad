import { afterAll, beforeAll, expect, it } from 'vitest'
import { liveTransport } from '@/inference/transport'
import { prepare } from '@/inference/prepare'
import { startRun } from '@/inference/engine'
import { textOfTokens, type TokenBlocks } from '@/core/tokens'
import { EVENT_STREAM, startStreamServer, writeSplit } from '../unit/support/stream-server'
import { describeRecorded, eventsOf, isStream } from './exchanges'
import { pageOf } from './inputs'

/** The recorded streams of chat and generation, sent again by a real server in pieces of any size. */
describeRecorded('recorded streams', (exchanges) => {
  let server: Awaited<ReturnType<typeof startStreamServer>>
  beforeAll(async () => {
    server = await startStreamServer()
  })
  afterAll(() => server.close())

  const streams = exchanges.filter(isStream)

  it('are of many providers', () => {
    const providers = new Set(streams.map(({ provider }) => provider))
    expect(providers.size).toBeGreaterThanOrEqual(11)
  })

  it.each(streams.flatMap((each) => [7, 64].map((size) => ({ ...each, size }))))(
    '$task of $provider in pieces of $size bytes: $id',
    async ({ size, ...exchange }) => {
      const { task, draft } = pageOf(exchange)
      const { url } = server.serve(async (response) => {
        response.writeHead(200, EVENT_STREAM)
        await writeSplit(response, Buffer.from(exchange.response.text ?? ''), size)
        response.end()
      })
      const streamed = { ...draft, stream: true }
      const where = { kind: 'endpoint', url, auth: 'none' } as const
      const prepared = prepare(task, where, streamed, { sandboxUrl: '' })
      if (prepared.dialect !== 'wire') throw new Error('No wire request')
      const live = liveTransport(
        (to, init) => fetch(to, init),
        () => undefined,
      )
      const ended = await startRun({
        task,
        draft: streamed,
        request: { ...prepared, url },
        transport: (_asked, ...rest) => live({ ...prepared, url }, ...rest),
        onChange: () => undefined,
      }).finished
      if (!task.fold) throw new Error('This task has no streams')
      const { fold } = task
      const expected = (): unknown => eventsOf(exchange).reduce(fold.step, fold.start())
      if (ended.phase === 'failed' && ended.failure.kind === 'error-reply') {
        expect(expected).toThrow(ended.failure.detail)
        return
      }
      const told = 'output' in ended ? ended.output : undefined
      expect(said(told)).toEqual(said(expected()))
      expect(ended.phase).toBe(fold.ended(expected()) ? 'done' : 'failed')
      const { tokens, text } = told as { tokens?: TokenBlocks; text?: string }
      // Some of them stood behind their prompt.
      if (tokens && text !== undefined) expect(text).toContain(textOfTokens(tokens.flat()).trim())
    },
  )
})

/** All but the time at which the first word came. */
function said(output: unknown): unknown {
  const { firstTokenMs: _first, ...rest } = (output ?? {}) as Record<string, unknown>
  return rest
}
