import { describe, expect, it } from 'vitest'
import { parameterFields, type ParameterField } from '@/core/parameters'
import type { AnyTask } from '@/core/task'
import { loadParameterWords, parameterDescription } from './parameter-words'

const schemas = Object.entries(
  import.meta.glob<unknown>('#task-schemas/*/spec/input.json', { eager: true, import: 'default' }),
).filter(([path]) => !path.includes('/placeholder/'))

/** Those of our tasks too: one whose documentation has no schema in the package brings its own. */
const tasks = import.meta.glob<AnyTask>('@/tasks/*/index.ts', { eager: true, import: 'default' })

const withChildren = (fields: readonly ParameterField[]): readonly ParameterField[] =>
  fields.flatMap((field) => [field, ...withChildren(field.fields ?? [])])

const documented = [
  ...schemas.map(([path, schema]) => ({ task: path.split('/').at(-3), schema })),
  ...Object.values(tasks).map(({ id, schema }) => ({ task: id, schema })),
].flatMap(({ task, schema }) =>
  withChildren(parameterFields(schema)).map((field) => ({ task, field })),
)
const chinese = await loadParameterWords('zh-CN')
const english = await loadParameterWords('en')
const hasChinese = (text: string | undefined) => /[\u4e00-\u9fff]/.test(text ?? '')

describe('descriptions of parameters', () => {
  it('walks many parameters', () => {
    expect(new Set(documented.map(({ field }) => field.name)).size).toBeGreaterThan(80)
  })

  it('are in Chinese for every documented parameter and option', () => {
    const missing = documented.flatMap(({ task, field }) => [
      ...(hasChinese(parameterDescription(chinese, field.name, field.description))
        ? []
        : [`${task} ${field.name}`]),
      ...(field.options ?? [])
        .filter(
          ({ value, description }) =>
            description && !hasChinese(chinese[`${field.name}=${String(value)}`]),
        )
        .map(({ value }) => `${task} ${field.name}=${String(value)}`),
    ])
    expect(missing).toEqual([])
  })

  it('are there in English where the schema has none', () => {
    const missing = documented
      .filter(({ field }) => !parameterDescription(english, field.name, field.description))
      .map(({ task, field }) => `${task} ${field.name}`)
    // A group shows no description of its own.
    expect(missing).toEqual(['chat-completion stream_options', 'conversational stream_options'])
  })

  it('have no key that no schema documents', () => {
    const keys = new Set(
      documented.flatMap(({ field }) => [
        field.name,
        `${field.name}: ${field.description ?? ''}`,
        ...(field.options ?? []).map(({ value }) => `${field.name}=${String(value)}`),
      ]),
    )
    const unknown = [...Object.keys(chinese), ...Object.keys(english)].filter(
      (key) => !keys.has(key),
    )
    expect(unknown).toEqual([])
  })

  it('tell two meanings of one name apart', () => {
    const of = (task: string) => {
      const found = documented.find((each) => each.task === task && each.field.name === 'top_k')
      return parameterDescription(chinese, 'top_k', found?.field.description)
    }
    expect(of('text-classification')).toContain('类别')
    expect(of('text-generation')).toContain('词元')
    expect(of('fill-mask')).toContain('预测')
  })

  it('keeps the links of the documentation', () => {
    const addresses = (text: string | undefined) =>
      text?.match(/\/(?:papers|abs|pdf)\/[\d.]+\d/g) ?? []
    for (const { field } of documented) {
      if (addresses(field.description).length === 0) continue
      const words = parameterDescription(chinese, field.name, field.description)
      expect(addresses(words).map((each) => each.split('/').at(-1))).toEqual(
        addresses(field.description).map((each) => each.split('/').at(-1)),
      )
    }
  })

  it('are none for a language without a file', async () => {
    expect(await loadParameterWords('fr')).toEqual({})
  })
})
