import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { PreparedRequest } from '@/core/request'
import { IDLE, type FinishedRun, type RunState } from '@/core/run'
import type { Draft, TaskDefinition } from '@/core/task'
import { startRun, type RunHandle } from '@/inference/engine'
import { useHistoryStore } from '@/stores/history'
import type { Services } from './services'

export interface TaskRun<Input, Output> {
  readonly state: Readonly<ShallowRef<RunState<Output>>>
  /** Starts a run; one that is under way is stopped first, and kept. */
  readonly start: (draft: Draft<Input>, request: PreparedRequest) => Promise<FinishedRun<Output>>
  readonly stop: () => void
  /** Shows a run that was made before. */
  readonly show: (state: RunState<Output>) => void
}

/** The reactive face of one run at a time: draws at most once a frame, however fast a stream comes. */
export function useTaskRun<Input, Output>(
  task: TaskDefinition<Input, Output>,
  { transport, diagnose }: Pick<Services, 'transport' | 'diagnose'>,
): TaskRun<Input, Output> {
  const history = useHistoryStore()
  const state = shallowRef<RunState<Output>>(IDLE)
  let handle: RunHandle<Output> | undefined
  let latest = 0
  const frame = frameGate<RunState<Output>>((latest) => (state.value = latest))

  async function start(draft: Draft<Input>, request: PreparedRequest) {
    handle?.abort()
    const mine = ++latest
    const title = task.title(draft.input)
    handle = startRun({
      task,
      draft,
      request,
      transport,
      online: () => navigator.onLine,
      diagnose,
      onChange: (next) => {
        if (mine !== latest) return
        if (next.phase === 'streaming') {
          frame.offer(next)
          history.checkpoint(next, draft, title)
        } else frame.flush(next)
      },
    })
    const finished = await handle.finished
    void history.save(finished, draft, title)
    return finished
  }

  function show(next: RunState<Output>) {
    handle?.abort()
    latest++
    frame.flush(next)
  }

  onScopeDispose(() => {
    frame.cancel()
    handle?.abort()
  })
  return { state, start, stop: () => handle?.abort(), show }
}

/** Passes on the latest value at most once a frame. A hidden tab has no frames: there a timer does. */
function frameGate<T>(emit: (value: T) => void) {
  let waiting: { value: T } | undefined
  let cancelScheduled: (() => void) | undefined

  function fire() {
    cancelScheduled = undefined
    const held = waiting
    waiting = undefined
    if (held) emit(held.value)
  }

  function offer(value: T) {
    waiting = { value }
    cancelScheduled ??= schedule(fire)
  }

  function cancel() {
    cancelScheduled?.()
    cancelScheduled = undefined
    waiting = undefined
  }

  function flush(value: T) {
    cancel()
    emit(value)
  }

  return { offer, flush, cancel }
}

function schedule(fire: () => void): () => void {
  if (document.hidden) {
    const timer = setTimeout(fire, 200)
    return () => clearTimeout(timer)
  }
  const id = requestAnimationFrame(fire)
  return () => cancelAnimationFrame(id)
}
