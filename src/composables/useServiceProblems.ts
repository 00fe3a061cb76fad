import { computed, shallowRef, watch, type ShallowRef } from 'vue'
import { isObject } from '@/core/json'
import { parameterFields, parameterLeaves, valueAt as parameterAt } from '@/core/parameters'
import { problem, type Problem } from '@/core/problem'
import { isRunning, type FinishedRun, type RunState } from '@/core/run'
import type { Draft, TaskDefinition } from '@/core/task'

interface Mark {
  readonly problem: Problem
  /** What stood in the field when the service found fault with it. */
  readonly value: unknown
}

/**
 * What a service said of single fields, at these fields, until they are changed. It keeps nobody from running again:
 * the service may have been wrong, or may have changed its mind.
 */
export function useServiceProblems<Input, Output>(
  task: TaskDefinition<Input, Output>,
  draft: Readonly<ShallowRef<Draft<Input>>>,
  run: Readonly<ShallowRef<RunState<Output>>>,
) {
  const marks = shallowRef<readonly Mark[]>([])
  let asked = draft.value

  watch(
    run,
    async (state, before) => {
      if (marks.value.length > 0) marks.value = []
      // A run out of the history brings its draft with it.
      if (isRunning(state) !== isRunning(before) && isRunning(state)) asked = draft.value
      if (state.phase !== 'failed') return
      const ran = isRunning(before) ? asked : draft.value
      const found = await faultsOf(state)
      if (run.value === state) marks.value = found.flatMap((each) => markOf(each, ran))
    },
    { flush: 'sync' },
  )

  async function faultsOf(state: FinishedRun<Output> & { readonly phase: 'failed' }) {
    const { kind, detail } = state.failure
    if (!['invalid', 'error-reply', 'not-found', 'rejected'].includes(kind)) return []
    const { fieldFaults, fieldOf } = await import('@/core/field-faults')
    const body = state.exchange?.body
    const text = body?.kind === 'text' ? body.text : (detail ?? '')
    const fields = {
      inputs: isObject(task.emptyInput) ? Object.keys(task.emptyInput) : [],
      parameters: parameterLeaves(parameterFields(task.schema, task.hiddenParameters)).map(
        ({ path }) => path.join('.'),
      ),
    }
    return fieldFaults(parsed(text)).flatMap(({ path, message }) => {
      const field = fieldOf(path, fields)
      return field === undefined ? [] : [problem(field, 'service-said', { message })]
    })
  }

  const markOf = (found: Problem, ran: Draft<Input>): Mark[] => [
    { problem: found, value: valueAt(found.field, ran) },
  ]

  return computed(() =>
    marks.value
      .filter((mark) => valueAt(mark.problem.field, draft.value) === mark.value)
      .map((mark) => mark.problem),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

/** What stands in a field: texts and files as they are, anything else as JSON, to be compared. */
function valueAt(field: string, { model, input, parameters }: Draft<unknown>): unknown {
  if (field === 'model') return model
  if (!field.startsWith('param-')) return (input as Record<string, unknown>)[field]
  return JSON.stringify(parameterAt(parameters, field.slice('param-'.length).split('.')))
}
