import { computed, shallowRef, watch, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { endpointUrl } from '@/core/connection'
import { problem, type Problem } from '@/core/problem'
import { isRunning, type RunState } from '@/core/run'
import type { Example, TaskDefinition } from '@/core/task'
import { prepare } from '@/inference/prepare'
import { readOutput } from '@/inference/read-output'
import { useConnectionStore } from '@/stores/connection'
import { useHistoryStore, type StoredRun } from '@/stores/history'
import { useIncomingStore } from '@/stores/incoming'
import { useServices } from './services'
import { fits, useDraft } from './useDraft'
import { useHubToken } from './useHubToken'
import { defaultModel, useModelChoice } from './useModelChoice'
import { usePermalink } from './usePermalink'
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
  const route = useRoute()
  const router = useRouter()
  const history = useHistoryStore()

  const handle = useDraft(task, services.loadSample, defaultModel(task, connection.kind))
  const { draft } = handle
  const { models, fillEmpty } = useModelChoice(task, handle)
  const run = useTaskRun(task, services.transport)
  /** Problems that only a control knows of, such as text in it that is no number. */
  const controlProblems = shallowRef<readonly Problem[]>([])
  /** The run on the page came out of the history. */
  const opened = shallowRef<{ readonly at: number } | 'missing'>()
  /** The input of the run that is shown; the page may have moved on since. */
  const ranInput = shallowRef<Input>(task.emptyInput)
  /** Run was pressed while something is missing. */
  const refused = shallowRef(false)

  const prepared = computed(() =>
    prepare(task, connection.connection, draft.value, { sandboxUrl: services.sandboxUrl }),
  )
  const blocking = computed<readonly Problem[]>(() => [
    ...connectionProblems(),
    ...task.problems(draft.value.input, draft.value, connection.connection),
    ...controlProblems.value,
  ])
  /** What is shown at the fields: that something is missing is said once Run was pressed, not while a page is filled. */
  const problems = computed(() =>
    refused.value
      ? blocking.value
      : blocking.value.filter(({ code }) => !code.endsWith('-missing')),
  )
  const running = computed(() => isRunning(run.state.value))

  function connectionProblems(): Problem[] {
    const { connection: where } = connection
    const found: Problem[] = []
    if (draft.value.model.trim() === '' && where.kind !== 'endpoint')
      found.push(problem('model', 'model-missing'))
    if (where.kind === 'endpoint') {
      if (where.url.trim() === '') found.push(problem('endpoint-url', 'endpoint-missing'))
      else if (!endpointUrl(where.url)) found.push(problem('endpoint-url', 'endpoint-invalid'))
    }
    if (where.kind === 'provider' && hubToken.whose.value === 'none')
      found.push(problem('connection', 'token-missing'))
    return found
  }

  async function start() {
    // The example of a page that was just opened, or one that was just chosen, may still be loading.
    if (blocking.value.length > 0) await Promise.allSettled([ready, filling, hubToken.known()])
    refused.value = blocking.value.length > 0
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
    run.show(revived(stored))
    opened.value = { at: stored.summary.startedAt }
  }

  function revived(stored: StoredRun): RunState<Output> {
    const { summary, request, outcome } = stored
    const started = { id: summary.id, startedAt: summary.startedAt, request }
    const { output } = outcome.exchange
      ? readOutput(task, outcome.exchange, stored.draft as typeof draft.value)
      : {}
    const partial = output === undefined ? {} : { output }
    if (outcome.phase !== 'done') return { ...started, ...outcome, ...partial }
    return output === undefined
      ? { ...started, ...outcome, phase: 'failed', failure: { kind: 'unreadable' } }
      : { ...started, ...outcome, output }
  }

  /** A part of the input as a ref for v-model. */
  function field<Key extends keyof Input>(key: Key): WritableComputedRef<Input[Key]> {
    return computed({
      get: () => draft.value.input[key],
      set: (value) => handle.setInput({ [key]: value } as unknown as Partial<Input>),
    })
  }

  const link = usePermalink(task, handle, services.loadSample)
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
    return from
  })

  let namesRun = false

  /** Opens what the address names. A link has done its work by that; a run is named until the page moves on from it. */
  watch(
    () => [route.query.run, route.query.s] as const,
    async ([runId, shared]) => {
      if (typeof runId !== 'string' && typeof shared !== 'string') return
      await ready
      if (typeof runId === 'string') await openRun(runId)
      if (typeof shared === 'string') await link.open(shared)
      if (typeof shared === 'string') await forgetAddress()
      else namesRun = true
    },
    { immediate: true },
  )
  watch([draft, run.state], () => {
    if (namesRun) void forgetAddress()
  })

  /** So that a reload gives back the page as the person left it. */
  async function forgetAddress() {
    namesRun = false
    const { run: _run, s: _shared, ...query } = route.query
    await router.replace({ path: route.path, query })
  }
  watch(draft, () => (refused.value = false))

  return {
    task,
    draft,
    field,
    update: handle.update,
    setInput: handle.setInput,
    /** The same, and `undo` brings back the page as it was. */
    replaceInput: (change: Partial<Input>) =>
      handle.replace({ ...draft.value, input: { ...draft.value.input, ...change } }),
    clear: () => handle.replace({ ...draft.value, input: task.emptyInput, parameters: {} }),
    undo: handle.undo,
    canUndo: handle.canUndo,
    fill,
    models,
    prepared,
    problems,
    /** Something was typed that no request can carry: code of the rest would be another request. */
    unsayable: computed(() => blocking.value.some(({ code }) => code === 'json-invalid')),
    /** Run would be refused. */
    blocked: computed(() => blocking.value.length > 0),
    controlProblems,
    refused,
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
