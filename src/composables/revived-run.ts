import type { FinishedRun } from '@/core/run'
import type { Draft, TaskDefinition } from '@/core/task'
import { readOutput } from '@/inference/read-output'
import type { StoredRun } from '@/stores/history'

/** A run of the history as it was: its exchange is read again. One that can't be read any more has failed. */
export function revivedRun<Input, Output>(
  task: TaskDefinition<Input, Output>,
  { summary, request, outcome, draft }: StoredRun,
): FinishedRun<Output> {
  const started = { id: summary.id, startedAt: summary.startedAt, request }
  const { output } = outcome.exchange
    ? readOutput(task, outcome.exchange, draft as Draft<Input>)
    : {}
  const partial = output === undefined ? {} : { output }
  if (outcome.phase !== 'done') return { ...started, ...outcome, ...partial }
  return output === undefined
    ? { ...started, ...outcome, phase: 'failed', failure: { kind: 'unreadable' } }
    : { ...started, ...outcome, output }
}
