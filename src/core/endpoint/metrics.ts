/** One line of Prometheus' text format. */
export interface Sample {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

export interface Metrics {
  readonly samples: readonly Sample[]
  /** What a metric is, in its server's words, by the metric's name. */
  readonly help: ReadonlyMap<string, string>
  /** Lines that are in no such format. */
  readonly skipped: number
}

const MOST_LINES = 50_000
const LINE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})?\s+(\S+)(?:\s+-?\d+)?(?:\s+#.*)?$/
const LABEL = /([a-zA-Z_]\w*)\s*=\s*"((?:[^"\\]|\\.)*)"\s*,?\s*/g

/** Reads Prometheus' text format, and leaves out what it can't read. */
export function parseMetrics(text: string): Metrics {
  const samples: Sample[] = []
  const help = new Map<string, string>()
  let skipped = 0
  for (const raw of text.split('\n', MOST_LINES)) {
    const line = raw.trim()
    if (line === '') continue
    if (line.startsWith('#')) {
      const [, name, words] = /^#\s*HELP\s+(\S+)\s+(.*)$/.exec(line) ?? []
      if (name && words) help.set(name, words)
      continue
    }
    const sample = readSample(line)
    if (sample) samples.push(sample)
    else skipped++
  }
  return { samples, help, skipped }
}

function readSample(line: string): Sample | undefined {
  const [, name, labels = '', text = ''] = LINE.exec(line) ?? []
  const value = readNumber(text)
  if (name === undefined || value === undefined) return undefined
  const pairs = [...labels.matchAll(LABEL)].map(([, key = '', value = '']) => [
    key,
    value.replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter)),
  ])
  return { name, labels: Object.fromEntries(pairs) as Record<string, string>, value }
}

function readNumber(text: string): number | undefined {
  const infinite = /^([+-]?)Inf$/i.exec(text)
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity
  if (/^NaN$/i.test(text)) return NaN
  const value = Number(text)
  return text !== '' && !Number.isNaN(value) ? value : undefined
}

export type HighlightKey =
  | 'queue'
  | 'running'
  | 'batch'
  | 'requests'
  | 'succeeded'
  | 'failed'
  | 'duration'
  | 'waited'
  | 'firstToken'
  | 'perToken'
  | 'tokensIn'
  | 'tokensOut'
  | 'speed'
  | 'cache'

interface Wanted {
  readonly key: HighlightKey
  /**
   * - `sum`: of all samples: a gauge or a counter.
   * - `mean`: a histogram's sum over its count, in seconds.
   * - `share`: the mean of gauges between 0 and 1.
   */
  readonly how: 'sum' | 'mean' | 'share'
  /** As the servers call it: TGI, TEI, vLLM, SGLang, llama.cpp, the sandbox. */
  readonly names: readonly string[]
}

const WANTED: readonly Wanted[] = [
  {
    key: 'queue',
    how: 'sum',
    names: [
      'tgi_queue_size',
      'te_queue_size',
      'vllm:num_requests_waiting',
      'sglang:num_queue_reqs',
      'llamacpp:requests_deferred',
    ],
  },
  {
    key: 'running',
    how: 'sum',
    names: [
      'vllm:num_requests_running',
      'sglang:num_running_reqs',
      'llamacpp:requests_processing',
      'sandbox_requests_running',
    ],
  },
  { key: 'batch', how: 'sum', names: ['tgi_batch_current_size'] },
  {
    key: 'requests',
    how: 'sum',
    names: [
      'tgi_request_count',
      'te_request_count',
      'sglang:num_requests_total',
      'sandbox_requests_total',
    ],
  },
  {
    key: 'succeeded',
    how: 'sum',
    names: ['tgi_request_success', 'te_request_success', 'vllm:request_success_total'],
  },
  {
    key: 'failed',
    how: 'sum',
    names: ['tgi_request_failure', 'te_request_failure', 'sandbox_requests_failed_total'],
  },
  {
    key: 'duration',
    how: 'mean',
    names: [
      'tgi_request_duration',
      'te_request_duration',
      'vllm:e2e_request_latency_seconds',
      'sglang:e2e_request_latency_seconds',
      'sandbox_request_duration_seconds',
    ],
  },
  {
    key: 'waited',
    how: 'mean',
    names: [
      'tgi_request_queue_duration',
      'te_request_queue_duration',
      'vllm:request_queue_time_seconds',
    ],
  },
  {
    key: 'firstToken',
    how: 'mean',
    names: ['vllm:time_to_first_token_seconds', 'sglang:time_to_first_token_seconds'],
  },
  {
    key: 'perToken',
    how: 'mean',
    names: [
      'tgi_request_mean_time_per_token_duration',
      'vllm:time_per_output_token_seconds',
      'vllm:inter_token_latency_seconds',
      'sglang:time_per_output_token_seconds',
    ],
  },
  {
    key: 'tokensIn',
    how: 'sum',
    names: [
      'tgi_request_input_length_sum',
      'vllm:prompt_tokens_total',
      'sglang:prompt_tokens_total',
      'llamacpp:prompt_tokens_total',
    ],
  },
  {
    key: 'tokensOut',
    how: 'sum',
    names: [
      'tgi_request_generated_tokens_sum',
      'vllm:generation_tokens_total',
      'sglang:generation_tokens_total',
      'llamacpp:tokens_predicted_total',
    ],
  },
  {
    key: 'speed',
    how: 'sum',
    names: ['llamacpp:predicted_tokens_seconds', 'sglang:gen_throughput'],
  },
  {
    key: 'cache',
    how: 'share',
    names: [
      'vllm:kv_cache_usage_perc',
      'vllm:gpu_cache_usage_perc',
      'sglang:token_usage',
      'llamacpp:kv_cache_usage_ratio',
    ],
  },
]

export interface Highlight {
  readonly key: HighlightKey
  /** Seconds for a mean, 0 to 1 for a share, else a number. */
  readonly value: number
  readonly how: Wanted['how']
  /** The metric that it comes from. */
  readonly name: string
}

/** The few numbers that tell how a server fares, as far as it tells them. */
export function highlightsOf({ samples }: Metrics): readonly Highlight[] {
  const byName = new Map<string, Sample[]>()
  for (const sample of samples) {
    const same = byName.get(sample.name)
    if (same) same.push(sample)
    else byName.set(sample.name, [sample])
  }
  const total = (name: string) => byName.get(name)?.reduce((sum, { value }) => sum + value, 0)
  return WANTED.flatMap(({ key, how, names }) => {
    for (const name of names) {
      const value = valueOf(name, how)
      if (value !== undefined && Number.isFinite(value)) return [{ key, how, name, value }]
    }
    return []
  })

  function valueOf(name: string, how: Wanted['how']): number | undefined {
    if (how === 'sum') return total(name)
    if (how === 'share') {
      const all = byName.get(name)
      return all && (total(name) ?? 0) / all.length
    }
    const count = total(`${name}_count`)
    const sum = total(`${name}_sum`)
    return count && sum !== undefined ? sum / count : undefined
  }
}

/** Samples whose name or labels hold all the words. */
export function findSamples(metrics: Metrics, query: string): readonly Sample[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return metrics.samples
  return metrics.samples.filter((sample) => {
    const text = sampleName(sample).toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** `name{label="value"}`, as it stands in the text. */
export function sampleName({ name, labels }: Sample): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${JSON.stringify(value)}`)
  return pairs.length > 0 ? `${name}{${pairs.join(', ')}}` : name
}
