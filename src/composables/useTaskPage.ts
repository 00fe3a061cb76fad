import { computed, shallowRef, watch, type WritableComputedRef } from 'vue'
import { IDLE, isRunning } from '@/core/run'
import type { Draft, Example, TaskDefinition } from '@/core/task'
import { prepare } from '@/inference/prepare'
import { useConnectionStore } from '@/stores/connection'
import { useHistoryStore } from '@/stores/history'
import { useIncomingStore } from '@/stores/incoming'
import { useVisitStore, type Visit } from '@/stores/visit'
import { revivedRun } from './revived-run'
import { useServices } from './services'
import { fits, useDraft } from './useDraft'
import { useHubToken } from './useHubToken'
import { defaultModel, useModelChoice } from './useModelChoice'
import { usePageAddress } from './usePageAddress'
import { usePageProblems } from './usePageProblems'
import { usePermalink } from './usePermalink'
import { useServiceProblems } from './useServiceProblems'
import { useTaskRun } from './useTaskRun'

export type TaskPage<Input, Output> = ReturnType<typeof useTaskPage<Input, Output>>
/** A page whose task the shared parts need not know. */
export type AnyTaskPage = TaskPage<unknown, unknown>

/**
 * Everything that a task's page and the shell around it share: the draft, the connection, what is missing, the prepared
 * request and the run. A page adds its inputs and its result.
 */
export function useTaskPage<Input, Output>(task: TaskDefinition<Input, Output>) {
  const services = useServices()
  const connection = useConnectionStore()
  const hubToken = useHubToken()
  const history = useHistoryStore()

  const handle = useDraft(task, services.loadSample, defaultModel(task, connection.kind))
  const { draft } = handle
  const { models, fillEmpty } = useModelChoice(task, handle)
  const run = useTaskRun(task, services)
  /** The run on the page came out of the history. */
  const opened = shallowRef<{ readonly at: number } | 'missing'>()
  /** The input of the run that is shown; the page may have moved on since. */
  const ranInput = shallowRef<Input>(task.emptyInput)
  const faults = usePageProblems(task, draft, hubToken)
  const { blocked, refused } = faults
  const said = useServiceProblems(task, draft, run.state)

  const prepared = computed(() =>
    prepare(task, connection.connection, draft.value, { sandboxUrl: services.sandboxUrl }),
  )
  const running = computed(() => isRunning(run.state.value))

  async function start() {
    // The example of a page that was just opened, or one that was just chosen, may still be loading.
    if (blocked.value) await Promise.allSettled([ready, filling, hubToken.known()])
    refused.value = blocked.value
    if (refused.value) return undefined
    opened.value = undefined
    ranInput.value = draft.value.input
    return run.start(draft.value, prepared.value)
  }

  let filling: Promise<void> | undefined
  function fill(example: Example<Input>) {
    filling = handle.fill(example)
    return filling
  }

  /** Shows a run as it was: inputs, parameters, connection and result. Nothing is sent. */
  async function openRun(id: string) {
    const stored = await history.get(id)
    const shown = stored?.summary.task === task.id && fits(task.emptyInput, stored.draft.input)
    if (!stored || !shown) {
      opened.value = 'missing'
      return
    }
    handle.replace(stored.draft as typeof draft.value, stored.request.connection)
    ranInput.value = draft.value.input
    run.show(revivedRun(task, stored))
    opened.value = { at: stored.summary.startedAt }
  }

  /** A part of the input as a ref for v-model. */
  function field<Key extends keyof Input>(key: Key): WritableComputedRef<Input[Key]> {
    return computed({
      get: () => draft.value.input[key],
      set: (value) => handle.setInput({ [key]: value } as unknown as Partial<Input>),
    })
  }

  const link = usePermalink(task, handle, services.loadSample)
  const visit = useVisitStore().take(task.id)
  const pasted = useIncomingStore().take(task.id)
  let waiting = pasted
  function receive() {
    const taken = waiting
    waiting = undefined
    if (taken) link.receive(taken)
  }
  // In the tick in which the page is filled, so that what is replaced is not shown, and its files not loaded, between.
  if (pasted) watch(draft, receive, { flush: 'sync', once: true })
  const ready = handle.ready.then((from) => {
    receive()
    if (!pasted) fillEmpty()
    if (visit) handle.replace(visited(draft.value, visit), visit.connection)
    return from
  })

  usePageAddress({
    ready,
    openRun,
    openLink: link.open,
    openModel: link.take,
    movesOn: [draft, run.state],
  })

  return {
    task,
    draft,
    field,
    update: handle.update,
    setInput: handle.setInput,
    /** The same, and `undo` brings back the page as it was. */
    replaceInput: (change: Partial<Input>) =>
      handle.replace({ ...draft.value, input: { ...draft.value.input, ...change } }),
    /** Fills the page with another draft; `undo` brings back the page as it was. */
    replace: (next: Draft<Input>) => handle.replace(next),
    /** Shows no run. One that is under way goes on being shown. */
    showNone: () => running.value || run.show(IDLE),
    clear: () => handle.replace({ ...draft.value, input: task.emptyInput, parameters: {} }),
    undo: handle.undo,
    canUndo: handle.canUndo,
    fill,
    models,
    prepared,
    ...faults,
    problems: computed(() => [...faults.problems.value, ...said.value]),
    run: run.state,
    ranInput,
    running,
    start,
    stop: run.stop,
    opened,
    link,
    /** Whether the run on the page could be kept. */
    historyStatus: computed(() => history.status),
    ready,
  }
}

/** The page as it was, with the model that another page sent the person here with. */
function visited<Input>(draft: Draft<Input>, { model }: Visit): Draft<Input> {
  return model === undefined ? draft : { ...draft, model }
}
