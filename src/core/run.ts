import type { Exchange, WaitReason } from './exchange'
import type { Failure } from './failure'
import type { PreparedRequest } from './request'

export type RunPhase =
  | 'idle'
  | 'sending' // the body is made ready
  | 'waiting' // with the server, or waiting to try again
  | 'streaming' // bytes of the reply are coming
  | 'done'
  | 'failed'
  | 'aborted'

/** A wait before the next attempt. */
export interface Retry {
  readonly reason: WaitReason
  readonly attempt: number
  /** Unix time in milliseconds. */
  readonly until: number
}

interface RunStarted {
  readonly id: string
  /** Unix time in milliseconds. */
  readonly startedAt: number
  readonly request: PreparedRequest
}

/** One run, from the press of the button to its end; the value that is shown, kept, exported and replayed. */
export type RunState<Output> =
  | { readonly phase: 'idle' }
  | (RunStarted & { readonly phase: 'sending' })
  | (RunStarted & { readonly phase: 'waiting'; readonly retry?: Retry })
  | (RunStarted & {
      readonly phase: 'streaming'
      readonly exchange: Exchange
      readonly output?: Output
    })
  | FinishedRun<Output>

export type FinishedRun<Output> = RunStarted &
  (
    | { readonly phase: 'done'; readonly exchange: Exchange; readonly output: Output }
    | {
        readonly phase: 'failed'
        readonly failure: Failure
        readonly exchange?: Exchange
        /** What came before the failure. */
        readonly output?: Output
      }
    | { readonly phase: 'aborted'; readonly exchange?: Exchange; readonly output?: Output }
  )

export type ActiveRun<Output> = Exclude<RunState<Output>, { phase: 'idle' }>

export const IDLE: { readonly phase: 'idle' } = { phase: 'idle' }

export function isFinished<Output>(run: RunState<Output>): run is FinishedRun<Output> {
  return run.phase === 'done' || run.phase === 'failed' || run.phase === 'aborted'
}

/** True for a run that the sandbox answered, or is to answer. */
export function isSandboxRun<Output>(run: RunState<Output>): boolean {
  return run.phase !== 'idle' && run.request.connection.kind === 'sandbox'
}

export function isRunning<Output>(run: RunState<Output>): boolean {
  return run.phase === 'sending' || run.phase === 'waiting' || run.phase === 'streaming'
}
