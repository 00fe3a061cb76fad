import { describe, expect, it } from 'vitest'
import { mediaFile } from '@/core/media'
import { locales, type AnyTask, type TaskMeta } from '@/core/task'
import { json } from './protocol'

const definitions = import.meta.glob<AnyTask>('../../src/tasks/*/index.ts', {
  eager: true,
  import: 'default',
})
const metas = import.meta.glob<TaskMeta>('../../src/tasks/*/meta.ts', {
  eager: true,
  import: 'default',
})
const folder = (path: string) => path.split('/').at(-2) ?? ''
const tasks = Object.entries(definitions).map(([path, task]) => ({ id: folder(path), task }))

const types: Readonly<Record<string, string>> = { png: 'image/png', wav: 'audio/wav' }
const sample = (name: string) => {
  const type = types[name.split('.').at(-1) ?? ''] ?? ''
  return Promise.resolve(mediaFile(new Blob(['x'], { type }), name))
}

/** Replies that no task but `custom` can take for a result. */
const strange: unknown[] = [
  ...[null, 0, '', 'text', true, [null], [0], [[]], [[[]]], [{}], {}, { text: 3 }, { label: 3 }],
  ...[{ choices: [] }, { choices: [{}] }, { choices: null }, { data: null }, [{ box: null }]],
  ...[
    { generated_text: 3 },
    { answer: null },
    [{ word: 'x' }],
    { images: [null] },
    { output: null },
  ],
]

it('has a definition and a name for each folder', () => {
  expect(Object.keys(definitions).map(folder)).toEqual(Object.keys(metas).map(folder))
  expect(tasks.length).toBeGreaterThanOrEqual(9)
})

it.each(Object.entries(metas).map(([path, meta]) => ({ id: folder(path), meta })))(
  '$id has its words in every language',
  ({ id, meta }) => {
    expect(meta.id).toBe(id)
    for (const locale of locales) {
      expect(meta.title[locale]).not.toBe('')
      expect(meta.summary[locale]).toMatch(/[.。]$/)
    }
    expect(meta.title['zh-CN']).toMatch(/\p{Script=Han}/u)
  },
)

describe.each(tasks)('$id', ({ id, task }) => {
  it('is named as its folder, and cannot be changed', () => {
    expect(task.id).toBe(id)
    expect(Object.isFrozen(task)).toBe(true)
    expect(task.docs).toMatch(/^https:\/\/huggingface\.co\/docs\//)
  })

  it('suggests each model once, and the models of the sandbox', () => {
    const ids = task.models.map((model) => model.id)
    expect(new Set(ids).size).toBe(ids.length)
    const sandbox = task.models.filter((model) => model.sandbox).map((model) => model.id)
    expect(sandbox[0]).toBe(`sandbox/${id}`)
    expect(sandbox).toContain('sandbox/slow')
    for (const model of task.models)
      expect(model.id.startsWith('sandbox/')).toBe(model.sandbox === true)
  })

  it('says what is missing on an empty page, and prepares it all the same', () => {
    expect(task.problems(task.emptyInput).length).toBeGreaterThan(0)
    const draft = { model: '', input: task.emptyInput, parameters: {}, stream: false }
    expect(() => task.request(draft)).not.toThrow()
    expect(() => task.providerCall?.(draft)).not.toThrow()
    expect(task.title(task.emptyInput)).toBe('')
  })

  it.each(task.examples)('has the example $id, ready to run', async (example) => {
    const given = example.input
    const input: unknown = typeof given === 'function' ? await given(sample) : given
    expect(task.problems(input)).toEqual([])
    for (const locale of locales) expect(example.title[locale]).not.toBe('')
    expect(structuredClone(input)).toBeDefined()
    const title = task.title(input)
    expect(title).not.toBe('')
    expect([...title].length).toBeLessThanOrEqual(120)
    expect(title).not.toContain('\n')
    if (example.stream) expect(task.streams).toBe(true)
  })

  it('has an example in Chinese where words go in', () => {
    const texts = task.examples.map(({ input }) => JSON.stringify(input) ?? '')
    const words = texts.some((text) => /[a-z]{3}/i.test(text))
    expect(texts.some((text) => /\p{Script=Han}/u.test(text))).toBe(words)
  })

  it('reads any reply, or says that it cannot: nothing else is thrown', () => {
    const draft = { model: 'm', input: task.emptyInput, parameters: {}, stream: false }
    for (const value of strange) {
      try {
        expect(structuredClone(task.parse(json(value), draft))).toBeDefined()
      } catch (error) {
        expect((error as Error).name, JSON.stringify(value)).toBe('UnreadableReply')
        expect((error as { expected?: string }).expected).toMatch(/[{[]/)
      }
    }
  })

  it('gives the words of an error that came with status 200', () => {
    const draft = { model: 'm', input: task.emptyInput, parameters: {}, stream: false }
    const parse = () => task.parse(json({ error: 'Model too busy' }), draft)
    if (id === 'custom')
      expect(parse()).toMatchObject({ reply: { value: { error: 'Model too busy' } } })
    else expect(parse).toThrow('Model too busy')
  })

  it('folds when it streams', () => {
    expect(task.fold !== undefined).toBe(task.streams)
  })
})
