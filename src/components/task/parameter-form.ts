import { computed, shallowRef, toRaw, watch, type Ref } from 'vue'
import type { Json, JsonObject } from '@/core/json'
import {
  checkParameters,
  fieldText,
  parameterLeaves,
  parseFieldText,
  valueAt,
  withValueAt,
  type ParameterField,
  type ParameterLeaf,
} from '@/core/parameters'
import type { Problem } from '@/core/problem'

interface Typed {
  readonly text: string
  readonly problem?: Problem
}

export type ParameterTexts = ReturnType<typeof useParameterTexts>

/**
 * What a person typed into the fields of a parameter form, beside the values that it means. A text that means no value
 * is kept with its problem, and its parameter is not sent.
 */
export function useParameterTexts(model: Ref<JsonObject>, fields: () => readonly ParameterField[]) {
  /** Ahead of the model until the parent has answered. */
  const values = shallowRef<JsonObject>(toRaw(model.value))
  const typed = shallowRef<ReadonlyMap<string, Typed>>(new Map())
  const leaves = computed(() => parameterLeaves(fields()))

  watch(model, (next) => {
    const raw = toRaw(next)
    if (raw === values.value) return
    // A parent may copy what it was given: only other values replace what is being typed.
    if (!isSame(raw, values.value)) typed.value = new Map()
    values.value = raw
  })

  function set(next: JsonObject) {
    values.value = next
    model.value = next
  }

  function type(leaf: ParameterLeaf, text: string) {
    const parsed = parseFieldText(leaf.field, text, leaf.path)
    const entry = 'problem' in parsed ? { text, problem: parsed.problem } : { text }
    typed.value = new Map(typed.value).set(leaf.id, entry)
    const value = 'value' in parsed ? parsed.value : undefined
    if (!isSame(value, valueAt(values.value, leaf.path)))
      set(withValueAt(values.value, leaf.path, value))
  }

  /** Takes values from elsewhere in the form; texts that don't mean them any more go, unread ones stay. */
  function replace(next: JsonObject) {
    const kept = leaves.value.filter(({ id, path, field }) => {
      const entry = typed.value.get(id)
      const value = valueAt(next, path)
      if (!entry) return false
      if (entry.problem) return value === undefined
      const parsed = parseFieldText(field, entry.text, path)
      return 'value' in parsed && isSame(parsed.value, value)
    })
    typed.value = new Map(kept.map(({ id }) => [id, typed.value.get(id) ?? { text: '' }]))
    set(next)
  }

  const problems = computed<readonly Problem[]>(() => [
    ...[...typed.value.values()].flatMap(({ problem }) => (problem ? [problem] : [])),
    ...checkParameters(fields(), values.value),
  ])

  return {
    values,
    leaves,
    problems,
    type,
    replace,
    reset: (leaf: ParameterLeaf) => type(leaf, ''),
    textOf: ({ id, field, path }: ParameterLeaf) =>
      typed.value.get(id)?.text ?? fieldText(field, valueAt(values.value, path)),
    isSet: ({ id, path }: ParameterLeaf) =>
      valueAt(values.value, path) !== undefined || typed.value.get(id)?.problem !== undefined,
  }
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/** Up to this many fields are shown together; of more, the rarer ones wait behind "more". */
const TOGETHER = 10

const common = [
  'return_timestamps',
  'temperature',
  'max_tokens',
  'max_new_tokens',
  'top_p',
  'top_k',
  'seed',
  'do_sample',
  'num_beams',
  'repetition_penalty',
  'reasoning_effort',
  'stop',
  'response_format',
  'grammar',
  'tools',
  'tool_choice',
]

/** The fields that are shown at once, commonly used first, and the rest in the documentation's order. */
export function splitLeaves(leaves: readonly ParameterLeaf[]): {
  readonly first: readonly ParameterLeaf[]
  readonly rest: readonly ParameterLeaf[]
} {
  if (leaves.length <= TOGETHER) return { first: leaves, rest: [] }
  const first = leaves
    .filter(({ field }) => common.includes(field.name))
    .sort((a, b) => common.indexOf(a.field.name) - common.indexOf(b.field.name))
  return { first, rest: leaves.filter((leaf) => !first.includes(leaf)) }
}
