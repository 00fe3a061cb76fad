import { Hono, type Context } from 'hono'
import { cors } from 'hono/cors'
import { isObject } from '@/core/json'
import { SandboxError, type SandboxReply, type SandboxTask } from '@/core/sandbox'
import { readAddress, sandboxPath } from './address'
import { readBody, readCall, type Received } from './body'
import { createFaults, defaultTimes, faultModels, isFaultModel, unknownModel } from './faults'
import type { SandboxTimes } from './faults'
import { guessTask } from './guess'
import { createMetrics, type SandboxMetrics } from './metrics'
import { respond } from './reply'
import { startWork, type Work } from './work'

const loaders = import.meta.glob<SandboxTask>('../tasks/*/sandbox.ts', { import: 'default' })
const taskLoaders = new Map(
  Object.entries(loaders).map(([path, load]) => [path.split('/')[2] ?? path, load]),
)
const taskIds = [...taskLoaders.keys()].sort()

export interface AbortedCall {
  readonly model: string
  readonly task: string
}

export interface SandboxOptions {
  /** Told when a client went away before its reply was complete. */
  readonly onAbort?: (call: AbortedCall) => void
  /** Told of a fault of the sandbox's own, which was answered with 500. */
  readonly onFault?: (error: Error) => void
  readonly times?: Partial<SandboxTimes>
}

/**
 * The offline backend: the protocol of the real services, answered by rules. Web-standard, so that it serves under
 * Node as well as inside the page. Serves every path that has `/sandbox/` before health, info, metrics, models or v1.
 */
export function createSandbox(
  options: SandboxOptions = {},
): (request: Request) => Promise<Response> {
  const times = { ...defaultTimes, ...options.times }
  const parts: Parts = { options, times, faults: createFaults(times), metrics: createMetrics() }
  const app = new Hono({ getPath: (request) => sandboxPath(request.url) })

  app.use(async (context, next) => {
    const started = performance.now()
    await next()
    // Seconds; of a stream, until its first byte could be sent.
    const seconds = ((performance.now() - started) / 1000).toFixed(4)
    context.res.headers.set('x-compute-time', seconds)
    context.res.headers.set('x-taskscope-sandbox', 'rules')
  })
  // Any origin, no credentials: other tools on the machine may call it, and it has nothing to give away.
  app.use(
    cors({
      origin: '*',
      allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      exposeHeaders: ['x-taskscope-sandbox', 'x-compute-time', 'x-compute-type', 'retry-after'],
      maxAge: 600,
    }),
  )
  app.get('/health', (context) => context.json({ sandbox: 'taskscope', status: 'ok' }))
  app.get('/info', (context) => context.json(describe()))
  app.get('/v1/models', (context) => context.json(modelList()))
  app.get('/metrics', (context) => context.text(parts.metrics.text()))
  app.all('*', (context) => answer(context, parts))
  app.onError((error) => errorReply(error, options))
  return async (request) => app.fetch(request)
}

function describe() {
  return {
    sandbox: 'taskscope',
    kind: 'rules',
    note: 'Replies are computed by rules and classical algorithms. There is no model here.',
    tasks: taskIds,
    models: taskIds.map((id) => `sandbox/${id}`),
    faults: faultModels,
  }
}

/** As OpenAI's servers list theirs. */
function modelList() {
  const ids = [...taskIds.map((id) => `sandbox/${id}`), ...faultModels]
  const data = ids.map((id) => ({ id, object: 'model', created: 0, owned_by: 'taskscope' }))
  return { object: 'list', data }
}

interface Parts {
  readonly options: SandboxOptions
  readonly times: SandboxTimes
  readonly faults: ReturnType<typeof createFaults>
  readonly metrics: SandboxMetrics
}

async function answer(
  context: Context,
  { options, times, faults, metrics }: Parts,
): Promise<Response> {
  const request = context.req.raw
  const address = readAddress(context.req.path)
  const received = await readBody(request)
  const model = address.model ?? modelOfBody(received)
  const task = await chooseTask(address.task, model, received)
  if (request.method !== 'POST' && task.id !== 'custom') {
    throw new SandboxError(`Method ${request.method} is not allowed here: use POST`, 405)
  }
  const work = startWork(request.signal, () => options.onAbort?.({ model, task: task.id }))
  const produce = () => computeReply(received, task, model, work)
  const end = metrics.begin()
  const ended = (response: Response) => {
    end(task.id, response.status)
    return response
  }
  try {
    if (!isFaultModel(model)) return ended(respond(await produce(), work, times.eventMs))
    const waitForModel = request.headers.get('x-wait-for-model') === 'true'
    const useCache = request.headers.get('x-use-cache') !== 'false'
    const call = { model, task: task.id, work, produce, waitForModel, useCache }
    return ended(await faults({ ...call, cacheKey: cacheKey(received) }))
  } catch (error) {
    work.finish()
    end(task.id, error instanceof SandboxError ? error.status : 500)
    throw error
  }
}

const LONGEST_CACHE_KEY = 20_000

function cacheKey({ json }: Received): string | undefined {
  const text = json === undefined ? undefined : JSON.stringify(json)
  return text !== undefined && text.length <= LONGEST_CACHE_KEY ? text : undefined
}

async function computeReply(
  received: Received,
  task: SandboxTask,
  model: string,
  work: Work,
): Promise<SandboxReply> {
  const reply = await task.reply(readCall(received, task, model, work.signal))
  work.signal.throwIfAborted()
  return reply
}

function modelOfBody({ json }: Received): string {
  const model = isObject(json) ? json.model : undefined
  if (typeof model === 'string' && model !== '') return model
  throw new SandboxError('`model` must be a string')
}

/** The path's task, else the one that the model's name says, else a guess. Throws SandboxError 404. */
async function chooseTask(
  named: string | undefined,
  model: string,
  received: Received,
): Promise<SandboxTask> {
  // A task may have kinds of its model, as in sandbox/TASK:KIND.
  const own = model.startsWith('sandbox/')
    ? model.slice('sandbox/'.length).replace(/:.*$/, '')
    : undefined
  const fault = isFaultModel(model)
  if (own !== undefined && !fault && !taskLoaders.has(own)) throw unknownModel(model, taskIds)
  const id = named ?? (own !== undefined && !fault ? own : guessTask(received))
  const load = id === undefined ? undefined : taskLoaders.get(id)
  if (load) return load()
  const reason = id === undefined ? 'no task can be told from this request' : `no task ${id} here`
  throw new SandboxError(
    `Model ${model}: ${reason}. Add /pipeline/TASK to the path; tasks: ${taskIds.join(', ')}`,
    404,
  )
}

/** Errors in the documented shape. */
function errorReply(error: Error, options: SandboxOptions): Response {
  if (error instanceof SandboxError) {
    const { message, status } = error
    const body = status === 422 ? { error: message, error_type: 'validation' } : { error: message }
    return Response.json(body, { status })
  }
  // Nobody is there to read it; 499 is what proxies note down for it.
  if (error.name === 'AbortError') return new Response(null, { status: 499 })
  options.onFault?.(error)
  return Response.json({ error: `The sandbox failed: ${error.message}` }, { status: 500 })
}
