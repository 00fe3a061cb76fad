import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Json } from '@/core/json'
import type { SandboxTask } from '@/core/sandbox'
import {
  families,
  locales,
  type AnyTask,
  type Draft,
  type Example,
  type Localized,
  type TaskMeta,
} from '@/core/task'
import { filesBelow, root, taskIds } from './support/project'
import { sampleFromDisk } from './support/samples'
import { wordFaults, type WordTree } from './support/words'

/** What every folder of src/tasks must hold and give. A new task is checked by being there. */

const metas = import.meta.glob<TaskMeta>('/src/tasks/*/meta.ts', { import: 'default' })
const definitions = import.meta.glob<AnyTask>('/src/tasks/*/index.ts', { import: 'default' })
const sandboxes = import.meta.glob<SandboxTask>('/src/tasks/*/sandbox.ts', { import: 'default' })
const texts = import.meta.glob<Localized<WordTree>>('/src/tasks/*/text.ts', { import: 'default' })

async function load<T>(modules: Record<string, () => Promise<T>>, id: string, file: string) {
  const module = await modules[`/src/tasks/${id}/${file}`]?.()
  if (module === undefined) throw new Error(`src/tasks/${id}/${file} has no default export`)
  return module
}

async function inputOf(example: Example<unknown>): Promise<unknown> {
  const { input } = example
  return typeof input === 'function' ? (input(sampleFromDisk) as Promise<unknown>) : input
}

async function draftOf(task: AnyTask, example: Example<unknown>): Promise<Draft<unknown>> {
  return {
    model: example.model ?? task.models[0]?.id ?? '',
    input: await inputOf(example),
    parameters: example.parameters ?? {},
    stream: example.stream ?? false,
  }
}

const throughJson = (value: Json): unknown => JSON.parse(JSON.stringify(value))

function expectBothLanguages(words: Localized): void {
  for (const locale of locales) expect(words[locale].trim()).not.toBe('')
  expect(words.en).not.toBe(words['zh-CN'])
}

/** Tasks for which the documentation has no schema: they have no parameters, or any. */
const withoutSchema = ['audio-to-audio', 'custom', 'tabular-classification', 'tabular-regression']

test('there are tasks', () => {
  expect(taskIds.length).toBeGreaterThan(0)
})

describe.each(taskIds)('%s', (id) => {
  test.each(['meta.ts', 'index.ts', 'Page.vue', 'sandbox.ts', 'text.ts'])('has %s', (file) => {
    expect(existsSync(join(root, 'src/tasks', id, file))).toBe(true)
  })

  test('has a spec', () => {
    expect(filesBelow(`src/tasks/${id}`, /\.spec\.ts$/)).not.toEqual([])
  })

  test('is named in both languages', async () => {
    const meta = await load(metas, id, 'meta.ts')
    expect(meta.id).toBe(id)
    expect(families).toContain(meta.family)
    expectBothLanguages(meta.title)
    expectBothLanguages(meta.summary)
  })

  test('says the same in both languages', async () => {
    const text = await load(texts, id, 'text.ts')
    expect(Object.keys(text).sort()).toEqual([...locales].sort())
    expect(wordFaults(text.en, text['zh-CN'])).toEqual([])
  })

  test('has a stand-in in the sandbox', async () => {
    const sandbox = await load(sandboxes, id, 'sandbox.ts')
    expect(sandbox.id).toBe(id)
    expect(typeof sandbox.media).toBe('boolean')
    expect(sandbox.reply).toBeTypeOf('function')
  })

  describe('definition', () => {
    let task: AnyTask
    beforeAll(async () => {
      task = await load(definitions, id, 'index.ts')
    })

    test('is the task of its folder', () => {
      expect(task.id).toBe(id)
      expect(task.docs).toMatch(/^https:\/\//)
      if (!withoutSchema.includes(id)) expect(task.schema).toBeTypeOf('object')
      expect(task.fold !== undefined).toBe(task.streams)
    })

    test('suggests a model of the sandbox and others', () => {
      const sandboxModels = task.models.filter((model) => model.sandbox)
      expect(sandboxModels.map((model) => model.id)).toContain(`sandbox/${id}`)
      expect(new Set(task.models.map((model) => model.id)).size).toBe(task.models.length)
    })

    test('has examples that can be sent as they are', async () => {
      expect(task.examples.length).toBeGreaterThan(0)
      for (const example of task.examples) {
        expectBothLanguages(example.title)
        const draft = await draftOf(task, example)
        expect(task.problems(draft.input)).toEqual([])
        expect(task.title(draft.input)).toMatch(/^\S.*$/)
        if (draft.stream) expect(task.streams).toBe(true)
      }
    })

    test('says what is missing when the page is empty', () => {
      const problems = task.problems(task.emptyInput)
      if (id !== 'custom') expect(problems).not.toEqual([])
      expect(() =>
        task.request({ model: '', input: task.emptyInput, parameters: {}, stream: false }),
      ).not.toThrow()
    })

    test('makes a request that can be kept and sent', async () => {
      const [example] = task.examples
      if (!example) throw new Error('no example')
      const draft = await draftOf(task, example)
      expect(structuredClone(task.emptyInput)).toEqual(task.emptyInput)
      const before = structuredClone(draft.parameters)
      const request = task.request(draft)
      expect(draft.parameters).toEqual(before)
      expect(structuredClone(request)).toEqual(request)
      expect(request.body.kind).not.toBe('none')
      if (request.body.kind === 'json') {
        expect(throughJson(request.body.value)).toStrictEqual(request.body.value)
      }
    })
  })
})
