import { computed, watch } from 'vue'
import type { ConnectionKind } from '@/core/connection'
import type { TaskDefinition } from '@/core/task'
import { useConnectionStore } from '@/stores/connection'
import type { DraftHandle } from './useDraft'

/**
 * The model field: the sandbox and the services name different models, so each side keeps its own while the other is
 * shown.
 */
export function useModelChoice<Input, Output>(
  task: TaskDefinition<Input, Output>,
  handle: DraftHandle<Input>,
) {
  const connection = useConnectionStore()
  const models = computed(() => modelsFor(task, connection.kind))
  const kept = new Map<boolean, string>()

  watch(
    () => ofSandbox(connection.kind),
    (sandbox, before) => {
      if (before !== undefined) kept.set(before, handle.draft.value.model)
      handle.update({ model: kept.get(sandbox) ?? defaultModel(task, connection.kind) })
    },
    { flush: 'sync' },
  )

  /** Gives a fresh draft its model. */
  function fillEmpty() {
    const { model } = handle.draft.value
    // The sandbox takes any name, the services know none of the sandbox's; an endpoint needs none.
    const foreign = model.startsWith('sandbox/') && !ofSandbox(connection.kind)
    const missing = model === '' && connection.kind !== 'endpoint'
    if (missing || foreign) handle.update({ model: defaultModel(task, connection.kind) })
  }

  return { models, fillEmpty }
}

const ofSandbox = (kind: ConnectionKind) => kind === 'sandbox'

function modelsFor<Input, Output>(task: TaskDefinition<Input, Output>, kind: ConnectionKind) {
  return task.models.filter((model) => (model.sandbox ?? false) === ofSandbox(kind))
}

/** The first model that the task suggests for a kind of connection. */
export function defaultModel<Input, Output>(
  task: TaskDefinition<Input, Output>,
  kind: ConnectionKind,
): string {
  return modelsFor(task, kind)[0]?.id ?? ''
}
