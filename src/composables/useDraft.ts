import { shallowRef, toRaw, watch, type ShallowRef } from 'vue'
import type { Connection } from '@/core/connection'
import type { Draft, Example, SampleLoader, TaskDefinition } from '@/core/task'
import { useConnectionStore } from '@/stores/connection'
import { useDraftStore } from '@/stores/drafts'

export interface DraftHandle<Input> {
  readonly draft: Readonly<ShallowRef<Draft<Input>>>
  /** Changes some of the draft's fields. */
  readonly update: (change: Partial<Draft<Input>>) => void
  readonly setInput: (change: Partial<Input>) => void
  /** Replaces the whole draft, and the connection where one comes with it, keeping what was before for `undo`. */
  readonly replace: (next: Draft<Input>, where?: Connection) => void
  /** Takes over a connection as a part of the last `replace`: `undo` gives back the one before. */
  readonly adopt: (where: Connection) => void
  /** Puts back what `replace` replaced; once more, what the page held then: nothing that was typed is lost. */
  readonly undo: () => void
  readonly canUndo: Readonly<ShallowRef<boolean>>
  /** Rejects where the example's files can't be loaded. */
  readonly fill: (example: Example<Input>) => Promise<void>
  /** Resolves once the page holds what the person had here, or the first example. */
  readonly ready: Promise<'restored' | 'example'>
}

/**
 * What a person has set up on a page: an immutable value, kept while they work, so that a reload or a crash loses
 * nothing. A fresh page holds the first documented example.
 */
export function useDraft<Input, Output>(
  task: TaskDefinition<Input, Output>,
  loadSample: SampleLoader,
  model: string,
): DraftHandle<Input> {
  const drafts = useDraftStore()
  const connection = useConnectionStore()
  const draft = shallowRef<Draft<Input>>({
    model,
    input: task.emptyInput,
    parameters: {},
    stream: task.streams,
  })
  const previous = shallowRef<{ draft: Draft<Input>; connection?: Connection }>()
  const canUndo = shallowRef(false)
  let touched = false
  let fills = 0

  function set(next: Draft<Input>) {
    touched = true
    draft.value = Object.freeze(toRaw(next))
  }

  function replace(next: Draft<Input>, where?: Connection) {
    previous.value = before(where !== undefined)
    canUndo.value = true
    // First the connection: another kind of it brings another model.
    if (where) connection.use(where)
    set(next)
  }

  function adopt(where: Connection) {
    const { model } = draft.value
    if (previous.value) previous.value = { ...before(true), ...previous.value }
    connection.use(where)
    set({ ...draft.value, model })
  }

  function undo() {
    if (!previous.value) return
    const { draft: next, connection: where } = previous.value
    previous.value = before(where !== undefined)
    if (where) connection.use(where)
    set(next)
  }

  function before(withConnection: boolean) {
    return { draft: draft.value, ...(withConnection ? { connection: connection.connection } : {}) }
  }

  /** The example that was chosen last wins, however long the files of another take. */
  async function fill(example: Example<Input>) {
    const mine = ++fills
    const sandbox = connection.kind === 'sandbox'
    const next = await exampleDraft(example, draft.value, sandbox, loadSample)
    if (mine === fills) replace({ ...next, input: { ...keptOf(draft.value.input), ...next.input } })
  }

  async function open(): Promise<'restored' | 'example'> {
    const stored = await drafts.load(task.id).catch(() => undefined)
    if (untouched() && stored && fits(task.emptyInput, stored.draft.input)) {
      draft.value = stored.draft as Draft<Input>
      return 'restored'
    }
    const [first] = task.examples
    if (!first) return 'example'
    const sandbox = connection.kind === 'sandbox'
    const next = await exampleDraft(first, draft.value, sandbox, loadSample).catch(() => undefined)
    // Its files could not be had: the page stays empty, and works.
    if (!next) return 'example'
    // A person may have begun to work while the sample was loading: what they did wins, and the file comes to it.
    if (!untouched()) {
      draft.value = { ...draft.value, input: withFilesOf(next.input, draft.value.input) }
      return 'restored'
    }
    const { model, parameters, stream } = draft.value
    draft.value = {
      ...draft.value,
      input: next.input,
      model: model || next.model,
      parameters: { ...next.parameters, ...parameters },
      stream: touched ? stream : next.stream,
    }
    return 'example'
  }

  /** What an example leaves as it is. */
  function keptOf(input: Input): Partial<Input> {
    const { keptFields = [] } = task
    const kept = Object.entries(input as object).filter(([key]) => keptFields.includes(key))
    return Object.fromEntries(kept) as Partial<Input>
  }

  const untouched = () => draft.value.input === task.emptyInput

  /** An input whose empty places for files are filled from another one. */
  function withFilesOf(source: Input, input: Input): Input {
    const entries = Object.entries(input as object).map(([key, value]: [string, unknown]) => {
      const isPlace = task.emptyInput[key as keyof Input] === null && value === null
      return [key, isPlace ? source[key as keyof Input] : value]
    })
    return Object.fromEntries(entries) as Input
  }

  const ready = open()
  watch(draft, (next) => {
    if (touched) drafts.save(task.id, next, connection.connection)
  })

  return {
    draft,
    canUndo,
    update: (change) => set({ ...draft.value, ...change }),
    setInput: (change) => set({ ...draft.value, input: { ...draft.value.input, ...change } }),
    replace,
    adopt,
    undo,
    fill,
    ready,
  }
}

async function exampleDraft<Input>(
  example: Example<Input>,
  current: Draft<Input>,
  sandbox: boolean,
  loadSample: SampleLoader,
): Promise<Draft<Input>> {
  const { input, model, parameters, stream } = example
  const filled = isLoader(input) ? await input(loadSample) : input
  return Object.freeze({
    model: !sandbox && model ? model : current.model,
    input: filled,
    parameters: parameters ?? {},
    stream: stream ?? current.stream,
    ...(current.options ? { options: current.options } : {}),
  })
}

function isLoader<Input>(
  input: Example<Input>['input'],
): input is (loadSample: SampleLoader) => Promise<Input> {
  return typeof input === 'function'
}

/** Whether an input that was kept or came by a link has the shape of the task's: else the page could not show it. */
export function fits(empty: unknown, input: unknown): boolean {
  if (typeof empty !== 'object' || empty === null) return typeof empty === typeof input
  if (typeof input !== 'object' || input === null) return false
  const parts = input as Record<string, unknown>
  return Object.entries(empty).every(([key, value]) => key in parts && alike(value, parts[key]))
}

/** The same kind of value; null stands for a file that is not there yet. */
function alike(empty: unknown, value: unknown): boolean {
  if (empty === null || value === null) return typeof value === 'object'
  return typeof empty === typeof value && Array.isArray(empty) === Array.isArray(value)
}
