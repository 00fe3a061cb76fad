import { describe, expect, it } from 'vitest'
import type { Connection } from '@/core/connection'
import { prepare } from '@/inference/prepare'
import task, { type Wire } from '.'

const pairs = {
  inputs: [
    ['q', 'a'],
    ['q', 'b'],
  ],
}
const rerank = { query: 'q', texts: ['a', 'b'] }
const sandbox: Connection = { kind: 'sandbox' }
const router: Connection = { kind: 'provider', provider: 'hf-inference', billTo: '' }
const endpoint = (url: string): Connection => ({ kind: 'endpoint', url, auth: 'none' })

function sent(wire: Wire, connection: Connection, parameters = {}) {
  const input = { query: 'q', texts: ['a', 'b'], wire }
  const draft = { model: 'owner/model', input, parameters, stream: false }
  const request = prepare(task, connection, draft, { sandboxUrl: 'http://x/sandbox' })
  if (request.dialect !== 'wire' || request.body.kind !== 'json') throw new Error('not on the wire')
  return { url: request.url, body: request.body.value }
}

describe('the request of text ranking', () => {
  it.each<[Wire, Connection, string, unknown]>([
    ['auto', sandbox, 'http://x/sandbox/models/owner/model/pipeline/text-ranking', pairs],
    ['auto', router, 'https://router.huggingface.co/hf-inference/models/owner/model', pairs],
    ['auto', endpoint('http://localhost:8080'), 'http://localhost:8080/', pairs],
    ['auto', endpoint('localhost:8080/rerank'), 'http://localhost:8080/rerank', rerank],
    ['auto', endpoint('https://h/tei/rerank/'), 'https://h/tei/rerank/', rerank],
    ['auto', endpoint('https://h/rerank?x=1'), 'https://h/rerank?x=1', rerank],
    ['auto', endpoint('https://h/prerank'), 'https://h/prerank', pairs],
    ['pairs', endpoint('https://h/rerank'), 'https://h/rerank', pairs],
    ['rerank', endpoint('https://h'), 'https://h/rerank', rerank],
    ['rerank', endpoint('https://h/rerank'), 'https://h/rerank', rerank],
    ['rerank', sandbox, 'http://x/sandbox/models/owner/model/pipeline/text-ranking', rerank],
  ])('%s on %j', (wire, connection, url, body) => {
    expect(sent(wire, connection)).toEqual({ url, body })
  })

  it('has its parameters in `parameters` with pairs, at the root for TEI', () => {
    const parameters = { raw_scores: true, truncate: true }
    expect(sent('pairs', sandbox, parameters).body).toEqual({ ...pairs, parameters })
    expect(sent('rerank', sandbox, parameters).body).toEqual({ ...rerank, ...parameters })
  })

  it.each([
    [{ query: '' }, 'query', 'text-missing'],
    [{ texts: [] }, 'sentences', 'sentences-missing'],
  ])('says what is missing', (change, field, code) => {
    const input = { query: 'q', texts: ['a'], wire: 'auto' as const, ...change }
    expect(task.problems(input)).toMatchObject([{ field, code }])
  })
})
