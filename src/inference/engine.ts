import { ROUTER_URL } from '@/core/connection'
import type { Chunk, Exchange } from '@/core/exchange'
import type { Failure, Unreachable } from '@/core/failure'

import { newId } from '@/core/id'
import type { PreparedRequest } from '@/core/request'
import type { FinishedRun, RunState } from '@/core/run'
import type { Draft, Fold, TaskDefinition } from '@/core/task'
import { performExchange } from './exchange'
import { BrokenConnection, ExchangeError, failureFrom, failureOf } from './failures'
import { isReadable, readOutput } from './read-output'
import type { Transport } from './transport'

export interface RunOptions<Input, Output> {
  readonly task: TaskDefinition<Input, Output>
  readonly draft: Draft<Input>
  readonly request: PreparedRequest
  readonly transport: Transport
  /** Every state in turn. During a stream it is called for each piece that arrives: gather before drawing. */
  readonly onChange: (state: RunState<Output>) => void
  readonly online?: () => boolean
  /** Looks into why a URL gave no answer. */
  readonly diagnose?: (url: string) => Promise<Unreachable>
}

export interface RunHandle<Output> {
  readonly finished: Promise<FinishedRun<Output>>
  readonly abort: () => void
}

/**
 * One run, from the press of the button to its end: idle → sending → waiting → streaming → done | failed | aborted.
 * `finished` never rejects. An abort reaches the server, also before the first byte, and keeps what came.
 */
export function startRun<Input, Output>(options: RunOptions<Input, Output>): RunHandle<Output> {
  const controller = new AbortController()
  const finished = execute(options, controller.signal).then((run) => {
    options.onChange(run)
    return run
  })
  return { finished, abort: () => controller.abort() }
}

async function execute<Input, Output>(
  options: RunOptions<Input, Output>,
  signal: AbortSignal,
): Promise<FinishedRun<Output>> {
  const { task, draft, request, transport, onChange, online = () => true } = options
  const started = { id: newId(), startedAt: Date.now(), request }
  const stop = new AbortController()
  let exchange: Exchange | undefined
  let output: Output | undefined = undefined
  const partial = () => ({
    ...(exchange ? { exchange } : {}),
    ...(output === undefined ? {} : { output }),
  })
  const failed = (failure: Failure): FinishedRun<Output> => ({
    ...started,
    phase: 'failed',
    failure,
    ...partial(),
  })

  onChange({ ...started, phase: 'sending' })
  try {
    exchange = await performExchange(request, transport, {
      signal: AbortSignal.any([signal, stop.signal]),
      now: () => performance.now(),
      sleep,
      onSent: () => onChange({ ...started, phase: 'waiting' }),
      onRetry: (retry) => onChange({ ...started, phase: 'waiting', retry }),
      onProgress: (soFar) => (exchange = soFar),
      onEvents: (events, soFar) => {
        exchange = soFar
        if (task.fold) {
          output ??= task.fold.start()
          for (const event of events) output = folded(task.fold, output, event)
        }
        onChange({ ...started, phase: 'streaming', exchange: soFar, ...partial() })
      },
    })
  } catch (error) {
    // A fault of ours or an error inside the stream: nobody reads the rest.
    stop.abort()
    if (signal.aborted) {
      if (exchange) exchange = { ...exchange, ending: 'aborted' }
      return { ...started, phase: 'aborted', ...partial() }
    }
    const failure = brokenOff(error, exchange) ?? failureFrom(error, online())
    return failed(await lookedInto(failure, options))
  }
  return conclude()

  function conclude(): FinishedRun<Output> {
    if (!exchange) return failed({ kind: 'internal' })
    const read =
      output !== undefined && task.fold
        ? { output, ended: task.fold.ended(output) }
        : readOutput(task, exchange, draft)
    output = read.output
    if ('error' in read && read.error !== undefined)
      return failed(failureFrom(read.error, online()))
    if (!read.ended) {
      exchange = { ...exchange, ending: 'cut' }
      return failed({ kind: 'cut', status: exchange.status })
    }
    if (output === undefined) return failed({ kind: 'unreadable', expected: '' })
    return { ...started, phase: 'done', exchange, output }
  }
}

/** No answer came: why, as far as that can be told. */
async function lookedInto<Input, Output>(
  failure: Failure,
  { request, diagnose }: RunOptions<Input, Output>,
): Promise<Failure> {
  if (!diagnose || !['unreachable', 'offline'].includes(failure.kind)) return failure
  const url = request.dialect === 'wire' ? request.url : ROUTER_URL
  const kind = await diagnose(url).catch(() => failure.kind)
  return { ...failure, kind }
}

/** One event more. An error that is not the stream's own is a fault of ours, whatever its class. */
function folded<Output>(fold: Fold<Output>, output: Output, event: Chunk): Output {
  try {
    return fold.step(output, event)
  } catch (error) {
    if (isReadable(error)) throw error
    throw new ExchangeError({ kind: 'internal', detail: String(error) })
  }
}

/** Headers came, then the connection broke: what came is kept, and it is said that it was cut. */
function brokenOff(error: unknown, exchange: Exchange | undefined): Failure | undefined {
  if (!exchange || !(error instanceof BrokenConnection)) return undefined
  const { status, body } = exchange
  if (status < 400) return { kind: 'cut', status }
  return failureOf(status, body.kind === 'text' ? body.text : '')
}

/** Waits, or rejects as soon as the signal aborts. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', cancel)
    function done() {
      signal.removeEventListener('abort', cancel)
      resolve()
    }
    function cancel() {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
  })
}
