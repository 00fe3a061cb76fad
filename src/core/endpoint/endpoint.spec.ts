import { describe, expect, test } from 'vitest'
import { endpointBase } from './address'
import { findSamples, highlightsOf, parseMetrics, sampleName } from './metrics'
import { healthOf, type Answered, type Health, type ProbeId, type ProbeResult } from './probes'
import { recognise } from './rules'

const answered = (id: ProbeId, text: string, status = 200): ProbeResult => {
  const outcome: Answered = {
    kind: 'answered',
    status,
    statusText: '',
    headers: [],
    mediaType: '',
    text,
    clipped: false,
  }
  return { id, url: `http://x/${id}`, ms: 1, outcome }
}
const silent = (id: ProbeId): ProbeResult => ({
  id,
  url: `http://x/${id}`,
  ms: 1,
  outcome: { kind: 'silent', reason: 'unreachable' },
})

describe('where a server’s routes begin', () => {
  test.each([
    ['https://x.dev', 'https://x.dev'],
    ['https://x.dev/', 'https://x.dev'],
    ['https://x.dev/v1/chat/completions?key=secret#a', 'https://x.dev'],
    ['https://x.dev/v1/', 'https://x.dev'],
    ['https://x.dev/team/llm/v1', 'https://x.dev/team/llm'],
    ['https://x.dev/embed', 'https://x.dev'],
    ['https://x.dev/a/health', 'https://x.dev/a'],
    ['https://x.dev/myhealth', 'https://x.dev/myhealth'],
    ['http://127.0.0.1:7860/sandbox', 'http://127.0.0.1:7860/sandbox'],
  ])('%s: %s', (url, base) => expect(endpointBase(new URL(url))).toBe(base))
})

describe('health', () => {
  test.each<[ProbeResult[], Health]>([
    [[answered('health', '')], 'healthy'],
    [[answered('health', '{"status":"ok"}')], 'healthy'],
    [[answered('health', '{"error":{"message":"Loading model"}}', 503)], 'loading'],
    [[answered('health', '{"error":"unhealthy"}', 503)], 'unhealthy'],
    [[answered('health', '', 500)], 'unhealthy'],
    [[answered('health', '', 401)], 'closed'],
    [[answered('health', '', 404), answered('models', '{}')], 'unknown'],
    [[silent('health'), answered('models', '{}')], 'unknown'],
    [[silent('health'), silent('models')], 'silent'],
  ])('%#', (results, health) => expect(healthOf(results)).toBe(health))
})

describe('who it is', () => {
  test.each<[string, ProbeResult[], string | undefined]>([
    ['nobody', [silent('health'), silent('info')], undefined],
    ['anything that answers', [answered('health', '<html>')], 'other'],
    ['an OpenAI list', [answered('models', '{"object":"list","data":[]}')], 'openai'],
    ['a list of errors is none', [answered('models', '{"data":[]}', 500)], 'other'],
    ['TGI of 2023', [answered('info', '{"model_id":"gpt2","max_total_tokens":9}')], 'tgi'],
    ['by metrics alone', [answered('metrics', 'te_queue_size 0\n')], 'tei'],
    ['SGLang', [answered('metrics', '# TYPE sglang:num_queue_reqs gauge\n')], 'sglang'],
    [
      'Ollama',
      [answered('models', '{"object":"list","data":[{"id":"a","owned_by":"library"}]}')],
      'ollama',
    ],
    ['hostile JSON', [answered('info', '[]'), answered('models', '{"data":[null,3]}')], 'openai'],
  ])('%s', (_, results, kind) => expect(recognise(results)?.kind).toBe(kind))
})

describe('metrics', () => {
  const metrics = parseMetrics(
    [
      '# HELP a_total What "a" counts',
      '# TYPE a_total counter',
      'a_total{path="/x",quoted="say \\"hi\\"\\n"} 3 1395066363000',
      'a_total{path="/y"} 4e0',
      'weird_bucket{le="+Inf"} +Inf',
      'not_a_number NaN',
      'this is no sample',
      '',
    ].join('\r\n'),
  )

  test('are read, with labels, escapes and infinities; the rest is counted', () => {
    expect(metrics.samples).toEqual([
      { name: 'a_total', labels: { path: '/x', quoted: 'say "hi"\n' }, value: 3 },
      { name: 'a_total', labels: { path: '/y' }, value: 4 },
      { name: 'weird_bucket', labels: { le: '+Inf' }, value: Infinity },
      { name: 'not_a_number', labels: {}, value: NaN },
    ])
    expect(metrics.help.get('a_total')).toBe('What "a" counts')
    expect(metrics.skipped).toBe(1)
  })

  test('are found by all words, in names and labels', () => {
    expect(findSamples(metrics, 'A_TOTAL /y').map(sampleName)).toEqual(['a_total{path="/y"}'])
    expect(findSamples(metrics, ' ')).toHaveLength(4)
  })

  test('the useful few: sums, means and shares; none of what is not there or no number', () => {
    const few = highlightsOf(
      parseMetrics(
        'vllm:num_requests_waiting{e="0"} 2\nvllm:num_requests_waiting{e="1"} 3\n' +
          'vllm:e2e_request_latency_seconds_sum 9\nvllm:e2e_request_latency_seconds_count 6\n' +
          'vllm:kv_cache_usage_perc{e="0"} 0.5\nvllm:kv_cache_usage_perc{e="1"} 0.25\n' +
          'vllm:time_to_first_token_seconds_sum 0\nvllm:time_to_first_token_seconds_count 0\n' +
          'tgi_batch_current_size NaN\n',
      ),
    )
    expect(few.map(({ key, value }) => [key, value])).toEqual([
      ['queue', 5],
      ['duration', 1.5],
      ['cache', 0.375],
    ])
  })

  test('a flood is read within its bound', () => {
    expect(parseMetrics('a 1\n'.repeat(200_000)).samples.length).toBeLessThanOrEqual(50_000)
  })
})
