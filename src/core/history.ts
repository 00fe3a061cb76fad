import type { Connection, ConnectionKind } from './connection'
import type { FailureKind } from './failure'
import type { PreparedRequest } from './request'
import type { FinishedRun } from './run'
import type { Draft } from './task'

/** What the history list shows of a run: small, so that the list opens without reading any payload. */
export interface RunSummary {
  readonly id: string
  readonly task: string
  readonly model: string
  readonly connection: {
    readonly kind: ConnectionKind
    /** The provider's name or the endpoint's host; `''` for the sandbox. */
    readonly label: string
  }
  /** Unix time in milliseconds. */
  readonly startedAt: number
  readonly phase: FinishedRun<unknown>['phase']
  readonly failureKind?: FailureKind
  /** Milliseconds of the whole exchange; left out when nothing came back. */
  readonly totalMs?: number
  /** One line: what was asked. */
  readonly title: string
  /** The conversation that it is a turn of. */
  readonly conversation?: string
  /** Estimated bytes that the run takes in the history, files included. */
  readonly bytes: number
}

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** How a run ended. The output is not kept: it is parsed again from the exchange. */
export type RunOutcome = Without<FinishedRun<unknown>, 'id' | 'startedAt' | 'request' | 'output'>

/** A run as the history keeps it: plain data that the structured clone algorithm can copy. */
export interface StoredRun {
  readonly summary: RunSummary
  readonly draft: Draft<unknown>
  readonly request: PreparedRequest
  readonly outcome: RunOutcome
}

/** What a person had on a page, kept while they work. */
export interface StoredDraft {
  readonly task: string
  /** The browser tab that it belongs to. */
  readonly tab: string
  /** Unix time in milliseconds. */
  readonly savedAt: number
  readonly draft: Draft<unknown>
  readonly connection?: Connection
}
