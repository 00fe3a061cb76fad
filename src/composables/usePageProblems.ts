import { computed, shallowRef, watch, type ShallowRef } from 'vue'
import { endpointUrl, type Connection } from '@/core/connection'
import { problem, type Problem } from '@/core/problem'
import type { Draft, TaskDefinition } from '@/core/task'
import { useConnectionStore } from '@/stores/connection'
import type { HubToken } from './useHubToken'

/** What keeps a page from running, and what of it is shown. */
export function usePageProblems<Input, Output>(
  task: TaskDefinition<Input, Output>,
  draft: Readonly<ShallowRef<Draft<Input>>>,
  hubToken: HubToken,
) {
  const connection = useConnectionStore()
  /** Problems that only a control knows of, such as text in it that is no number. */
  const controlProblems = shallowRef<readonly Problem[]>([])
  /** The same, of parameters that a page shows among its inputs. */
  const inputProblems = shallowRef<readonly Problem[]>([])
  /** Run was pressed while something is missing. */
  const refused = shallowRef(false)
  watch(draft, () => (refused.value = false))

  const blocking = computed<readonly Problem[]>(() => [
    ...connectionProblems(
      connection.connection,
      draft.value.model,
      hubToken.whose.value !== 'none',
    ),
    ...task.problems(draft.value.input, draft.value, connection.connection),
    ...controlProblems.value,
    ...inputProblems.value,
  ])
  const blocked = computed(() => blocking.value.length > 0)

  return {
    /** What is shown at the fields: that something is missing is said once Run was pressed, not while a page is filled. */
    problems: computed(() =>
      refused.value
        ? blocking.value
        : blocking.value.filter(({ code }) => !code.endsWith('-missing')),
    ),
    /** Run would be refused. */
    blocked,
    refused,
    controlProblems,
    inputProblems,
    /** Something was typed that no request can carry: code of the rest would be another request. */
    unsayable: computed(() => blocking.value.some(({ code }) => code === 'json-invalid')),
  }
}

function connectionProblems(where: Connection, model: string, hasHubToken: boolean): Problem[] {
  const found: Problem[] = []
  if (model.trim() === '' && where.kind !== 'endpoint')
    found.push(problem('model', 'model-missing'))
  if (where.kind === 'endpoint') {
    if (where.url.trim() === '') found.push(problem('endpoint-url', 'endpoint-missing'))
    else if (!endpointUrl(where.url)) found.push(problem('endpoint-url', 'endpoint-invalid'))
  }
  if (where.kind === 'provider' && !hasHubToken) found.push(problem('connection', 'token-missing'))
  return found
}
