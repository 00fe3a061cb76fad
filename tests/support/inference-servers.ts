import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Real servers on this machine that answer as TGI, TEI, vLLM and llama.cpp document. */

export interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

interface Reply {
  readonly status?: number
  readonly type?: string
  readonly body?: string
}

type Routes = Readonly<Record<string, (asked: Asked) => Reply>>

interface ServerOptions {
  /** Requests without this bearer token are refused, as by TEI's --api-key and a dedicated endpoint. */
  readonly token?: string
  /** False: no header that lets a web page read the answers. */
  readonly cors?: boolean
}

export interface InferenceServer {
  readonly url: string
  /** Newest last, without preflights. */
  readonly asked: readonly Asked[]
  readonly close: () => Promise<void>
}

const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
})
const text = (body: string): Reply => ({ type: 'text/plain; version=0.0.4', body })

const fields = ({ body }: Asked) =>
  JSON.parse(body === '' ? '{}' : body) as Record<string, unknown> & {
    readonly parameters?: { readonly temperature?: number }
  }

/** Text Generation Inference 3. */
export const tgi: Routes = {
  'GET /health': () => ({ body: '' }),
  'GET /info': () =>
    json({
      model_id: 'HuggingFaceH4/zephyr-7b-beta',
      model_sha: 'b70e0c9a2d9e14bd1e812d3c398e5f313e93b473',
      model_pipeline_tag: 'text-generation',
      max_concurrent_requests: 128,
      max_best_of: 2,
      max_stop_sequences: 4,
      max_input_tokens: 4095,
      max_total_tokens: 4096,
      validation_workers: 2,
      max_client_batch_size: 4,
      router: 'text-generation-router',
      version: '3.0.1',
      sha: 'bb9095aac339579fbf3b4e7be3909932de26a7ee',
      docker_label: 'sha-bb9095a',
    }),
  'GET /v1/models': () =>
    json({
      object: 'list',
      data: [
        {
          id: 'HuggingFaceH4/zephyr-7b-beta',
          object: 'model',
          created: 0,
          owned_by: 'HuggingFaceH4/zephyr-7b-beta',
        },
      ],
    }),
  'GET /metrics': () =>
    text(
      `# TYPE tgi_request_count counter
tgi_request_count 12

# TYPE tgi_request_success counter
tgi_request_success 11

# TYPE tgi_request_failure counter
tgi_request_failure{err="validation"} 1

# TYPE tgi_queue_size gauge
tgi_queue_size 3

# TYPE tgi_batch_current_size gauge
tgi_batch_current_size 2

# TYPE tgi_request_duration histogram
tgi_request_duration_bucket{le="0.5"} 4
tgi_request_duration_bucket{le="1"} 10
tgi_request_duration_bucket{le="+Inf"} 11
tgi_request_duration_sum 6.6
tgi_request_duration_count 11
`,
    ),
  'POST /': (asked) => {
    const { parameters, inputs } = fields(asked)
    if ((parameters?.temperature ?? 1) <= 0)
      return json(
        {
          error: 'Input validation error: `temperature` must be strictly positive',
          error_type: 'validation',
        },
        422,
      )
    return json([{ generated_text: `${String(inputs)} and so on` }])
  },
}

/** Text Embeddings Inference 1.7, with an embedding model. */
export const tei: Routes = {
  'GET /health': () => ({ body: '' }),
  'GET /info': () =>
    json({
      model_id: 'BAAI/bge-base-en-v1.5',
      model_sha: 'a5beb1e3e68b9ab74eb54cfd186867f64f240e1a',
      model_dtype: 'float16',
      model_type: { embedding: { pooling: 'cls' } },
      max_concurrent_requests: 512,
      max_input_length: 512,
      max_batch_tokens: 16384,
      max_batch_requests: null,
      max_client_batch_size: 32,
      auto_truncate: false,
      tokenization_workers: 8,
      version: '1.7.0',
      sha: null,
      docker_label: 'sha-1b1ab4c',
    }),
  'GET /metrics': () =>
    text(
      `# TYPE te_request_count counter
te_request_count{method="batch"} 4
te_request_count{method="single"} 2
# TYPE te_queue_size gauge
te_queue_size 0
te_request_duration_sum 0.06
te_request_duration_count 6
`,
    ),
  'POST /': (asked) => {
    const { inputs } = fields(asked)
    const list: readonly unknown[] = Array.isArray(inputs) ? inputs : [inputs]
    return json(list.map((each) => [String(each).length, 0.5, -0.25]))
  },
}

/** vLLM's OpenAI-compatible server, 0.10. */
export const vllm: Routes = {
  'GET /health': () => ({ body: '' }),
  'GET /v1/models': () =>
    json({
      object: 'list',
      data: [
        {
          id: 'Qwen/Qwen3-8B',
          object: 'model',
          created: 1732172400,
          owned_by: 'vllm',
          root: 'Qwen/Qwen3-8B',
          parent: null,
          max_model_len: 40960,
          permission: [],
        },
      ],
    }),
  'GET /metrics': () =>
    text(
      `# HELP vllm:num_requests_running Number of requests in model execution batches.
# TYPE vllm:num_requests_running gauge
vllm:num_requests_running{engine="0",model_name="Qwen/Qwen3-8B"} 1.0
# HELP vllm:num_requests_waiting Number of requests waiting to be processed.
# TYPE vllm:num_requests_waiting gauge
vllm:num_requests_waiting{engine="0",model_name="Qwen/Qwen3-8B"} 5.0
vllm:kv_cache_usage_perc{engine="0",model_name="Qwen/Qwen3-8B"} 0.25
vllm:request_success_total{engine="0",finished_reason="stop",model_name="Qwen/Qwen3-8B"} 7.0
vllm:request_success_total{engine="0",finished_reason="length",model_name="Qwen/Qwen3-8B"} 2.0
vllm:e2e_request_latency_seconds_sum{engine="0",model_name="Qwen/Qwen3-8B"} 18.0
vllm:e2e_request_latency_seconds_count{engine="0",model_name="Qwen/Qwen3-8B"} 9.0
`,
    ),
  'POST /v1/chat/completions': (asked) => {
    const { model, temperature } = fields(asked)
    if (model !== 'Qwen/Qwen3-8B')
      return json(
        {
          error: {
            message: `The model \`${String(model)}\` does not exist.`,
            type: 'NotFoundError',
            param: 'model',
            code: 404,
          },
        },
        404,
      )
    if (typeof temperature === 'number' && temperature < 0)
      return json(
        {
          error: {
            message: `temperature must be non-negative, got ${temperature}.`,
            type: 'BadRequestError',
            param: 'temperature',
            code: 400,
          },
        },
        400,
      )
    return json({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      model,
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: 'Served by vLLM.' },
          finish_reason: 'stop',
        },
      ],
    })
  },
}

/** llama.cpp's server without --metrics. */
export const llamacpp: Routes = {
  'GET /health': () => json({ status: 'ok' }),
  'GET /v1/models': () =>
    json({
      object: 'list',
      data: [
        {
          id: 'qwen2.5-0.5b-instruct-q4_k_m.gguf',
          object: 'model',
          created: 1732172400,
          owned_by: 'llamacpp',
          meta: { n_vocab: 151936, n_ctx_train: 32768, n_params: 494032768 },
        },
      ],
    }),
  'GET /metrics': () =>
    json(
      {
        error: {
          code: 501,
          message: 'This server does not support metrics endpoint. Start it with `--metrics`',
          type: 'not_supported_error',
        },
      },
      501,
    ),
}

/** Starts one of them on a free port. */
export async function startInferenceServer(
  routes: Routes,
  { token, cors = true }: ServerOptions = {},
): Promise<InferenceServer> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const allowed = cors
        ? {
            'access-control-allow-origin': '*',
            'access-control-allow-headers':
              request.headers['access-control-request-headers'] ?? '*',
            'access-control-allow-methods': 'GET, POST, OPTIONS',
          }
        : {}
      if (request.method === 'OPTIONS') return void response.writeHead(204, allowed).end()
      const { method = '', url: path = '', headers } = request
      const one = { method, path, headers, body: Buffer.concat(parts).toString() }
      asked.push(one)
      const { status = 200, type, body = '' } = answer(routes, one, token)
      response.writeHead(status, { ...allowed, ...(type ? { 'content-type': type } : {}) })
      response.end(method === 'HEAD' ? undefined : body)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

function answer(routes: Routes, asked: Asked, token: string | undefined): Reply {
  if (token !== undefined && asked.headers.authorization !== `Bearer ${token}`)
    return json({ error: 'Unauthorized' }, 401)
  const route = routes[`${asked.method} ${asked.path}`]
  return route ? route(asked) : json({ detail: 'Not Found' }, 404)
}
