import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { Connection } from '@/core/connection'
import { factsOf, modelsOf, tasksFor } from '@/core/endpoint/facts'
import { highlightsOf, parseMetrics } from '@/core/endpoint/metrics'
import { healthOf, metricsText, type ProbeResult } from '@/core/endpoint/probes'
import { recognise } from '@/core/endpoint/rules'
import {
  llamacpp,
  startInferenceServer,
  tei,
  tgi,
  vllm,
  type InferenceServer,
} from '../../../tests/support/inference-servers'
import { diagnose } from '../reach'
import { joinTransports, liveTransport } from '../transport'
import { checkEndpoint } from './check'

let server: InferenceServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const around = {
  fetch,
  page: 'http://127.0.0.1/',
  online: () => true,
  policy: new EventTarget(),
}

async function check(
  base: string,
  {
    token,
    timeoutMs,
    signal = new AbortController().signal,
  }: {
    token?: string
    timeoutMs?: number
    signal?: AbortSignal
  } = {},
): Promise<ProbeResult[]> {
  const live = liveTransport(fetch, () => token)
  const never = () => Promise.reject(new Error('not asked'))
  const connection: Connection = { kind: 'endpoint', url: base, auth: token ? 'own' : 'none' }
  const results: ProbeResult[] = []
  await checkEndpoint(base, connection, {
    transport: joinTransports({ live, sandbox: never, provider: never }),
    diagnose: (url) => diagnose(url, around),
    signal,
    onResult: (result) => results.push(result),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  })
  return results
}

describe('a server is told by what it answers', () => {
  test.each([
    [
      'tgi',
      tgi,
      {
        model: 'HuggingFaceH4/zephyr-7b-beta',
        task: 'text-generation',
        version: '3.0.1',
        maxInput: '4095',
        maxTotal: '4096',
      },
      { queue: 3, batch: 2, requests: 12, succeeded: 11, failed: 1, duration: 0.6 },
      'conversational',
    ],
    [
      'tei',
      tei,
      { model: 'BAAI/bge-base-en-v1.5', task: 'embedding', pooling: 'cls', maxInput: '512' },
      { queue: 0, requests: 6, duration: 0.01 },
      'feature-extraction',
    ],
    [
      'vllm',
      vllm,
      { model: 'Qwen/Qwen3-8B', context: '40960' },
      { queue: 5, running: 1, succeeded: 9, duration: 2, cache: 0.25 },
      'conversational',
    ],
    [
      'llamacpp',
      llamacpp,
      { model: 'qwen2.5-0.5b-instruct-q4_k_m.gguf', context: '32768' },
      {},
      'conversational',
    ],
  ] as const)('%s', async (kind, routes, facts, numbers, task) => {
    server = await startInferenceServer(routes)
    const results = await check(server.url)
    expect(recognise(results)?.kind).toBe(kind)
    expect(recognise(results)?.signs.length).toBeGreaterThan(0)
    expect(healthOf(results)).toBe('healthy')
    expect(
      Object.fromEntries(factsOf(results).map(({ key, value }) => [key, value])),
    ).toMatchObject(facts)
    const told = highlightsOf(parseMetrics(metricsText(results) ?? ''))
    const shown = Object.fromEntries(told.map(({ key, value }) => [key, value]))
    expect(Object.keys(shown).sort()).toEqual(Object.keys(numbers).sort())
    for (const [key, value] of Object.entries(numbers)) expect(shown[key]).toBeCloseTo(value)
    expect(tasksFor(kind, results)[0]).toBe(task)
    expect(
      server.asked.every(({ method, headers }) => method === 'GET' && !headers.authorization),
    ).toBe(true)
  })

  test('models by name', async () => {
    server = await startInferenceServer(vllm)
    expect(modelsOf(await check(server.url))).toEqual(['Qwen/Qwen3-8B'])
  })
})

describe('what does not answer', () => {
  test('a closed server wants a token, and gets the one that was named', async () => {
    server = await startInferenceServer(tei, { token: 'own-secret' })
    expect(healthOf(await check(server.url))).toBe('closed')
    const open = await check(server.url, { token: 'own-secret' })
    expect(recognise(open)?.kind).toBe('tei')
  })

  test('a token that a server repeats is not in the answers', async () => {
    const repeats = { 'GET /info': () => ({ body: '{"you sent": "own-secret"}' }) }
    server = await startInferenceServer(repeats)
    expect(JSON.stringify(await check(server.url, { token: 'own-secret' }))).not.toContain(
      'own-secret',
    )
  })

  test('nobody there is told for each question', async () => {
    const gone = await startInferenceServer(tgi)
    await gone.close()
    const results = await check(gone.url)
    expect(results.map(({ outcome }) => outcome)).toEqual(
      Array.from({ length: 4 }, () => ({ kind: 'silent', reason: 'unreachable' })),
    )
    expect(recognise(results)).toBeUndefined()
    expect(healthOf(results)).toBe('silent')
  })

  test('a server that never answers, and one whose answer breaks off', async () => {
    const odd = createServer((request, response) => {
      if (request.url === '/info') return
      response.writeHead(200, { 'content-length': '100' }).write('half')
      setTimeout(() => response.destroy(), 20)
    })
    await new Promise<void>((done) => odd.listen(0, '127.0.0.1', done))
    const { port } = odd.address() as AddressInfo
    const results = await check(`http://127.0.0.1:${port}`, { timeoutMs: 400 })
    const reasons = Object.fromEntries(results.map(({ id, outcome }) => [id, outcome]))
    expect(reasons.info).toEqual({ kind: 'silent', reason: 'timeout' })
    expect(reasons.health).toEqual({ kind: 'silent', reason: 'cut' })
    odd.closeAllConnections()
    odd.close()
  })

  test('an abort ends it', async () => {
    server = await startInferenceServer(tgi)
    await expect(check(server.url, { signal: AbortSignal.abort() })).rejects.toThrow()
  })
})
