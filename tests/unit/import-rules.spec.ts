import { join } from 'node:path'
import { ESLint } from 'eslint'
import { beforeAll, describe, expect, test } from 'vitest'
import { findCycle, importGraph, importsOf } from './support/import-graph'
import { filesBelow, root, taskIds } from './support/project'

/** The linter's import rules bite: each source text is linted as if it stood at its path. */

const PATHS = 'import-x/no-restricted-paths'
const PACKAGES = 'no-restricted-imports'
const GLOBALS = 'no-restricted-globals'
const TYPES = '@typescript-eslint/consistent-type-imports'

/** A rule about paths only fires on a file that exists: one of the folder, whatever it is called. */
function oneOf(folder: string): string {
  if (folder.endsWith('.ts')) return `@/${folder.slice(0, -3)}`
  const files = filesBelow(`src/${folder}`, /\.(ts|vue)$/)
  const file = files.find((path) => !/\.(spec|d)\.ts$/.test(path))
  if (!file) throw new Error(`src/${folder} holds no module to import`)
  return file.replace(/^src\//, '@/').replace(/\.ts$/, '')
}

const [first, second] = taskIds as [string, string]
const component = (script: string, template = '<p>x</p>') =>
  `<script setup lang="ts">\n${script}\n</script>\n\n<template>\n  ${template}\n</template>\n`
const use = (folder: string) => `import * as it from '${oneOf(folder)}'\n\nexport const all = it\n`
const useType = (folder: string) =>
  `import type * as It from '${oneOf(folder)}'\n\nexport type All = typeof It\n`
const useIn = (folder: string) => component(`import * as it from '${oneOf(folder)}'\n\nvoid it`)
const useTypeIn = (folder: string) =>
  component(`import type * as It from '${oneOf(folder)}'\n\ndefineProps<{ it: typeof It }>()`)

let eslint: ESLint
beforeAll(() => {
  eslint = new ESLint({ cwd: root })
})

/** Ids of the rules that fire. A text that can't be parsed is an Error. */
async function rulesOf(path: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, path) })
  const messages = result?.messages ?? []
  const fatal = messages.find((message) => message.fatal)
  if (fatal) throw new Error(fatal.message)
  return [...new Set(messages.map((message) => message.ruleId ?? message.message))]
}

type Case = readonly [path: string, what: string, text: () => string, rule: string]

const refused: readonly Case[] = [
  ['src/core/x.ts', 'vue', () => "export { ref } from 'vue'\n", PACKAGES],
  ['src/core/x.ts', 'a type of vue', () => "export type { Ref } from 'vue'\n", PACKAGES],
  ['src/core/x.ts', 'inference', () => use('inference'), PATHS],
  ['src/core/x.ts', 'a type of the registry', () => useType('tasks/index.ts'), PATHS],
  [
    'src/core/x.ts',
    'the registry by a relative path',
    () => "export * from '../tasks/index'\n",
    PATHS,
  ],
  [
    'src/core/x.ts',
    'storage, dynamically',
    () => `export const it = () => import('${oneOf('storage')}')\n`,
    PATHS,
  ],
  [
    'src/core/x.ts',
    'a type written in place',
    () => "export type It = import('./json').Json\n",
    TYPES,
  ],
  [
    'src/core/json.ts',
    'a module that uses it',
    () => "export { jsonBody } from './body'\n",
    'import-x/no-cycle',
  ],
  ['src/inference/x.ts', 'pinia', () => "export { defineStore } from 'pinia'\n", PACKAGES],
  ['src/inference/x.ts', 'snippets', () => use('snippets'), PATHS],
  ['src/snippets/x.ts', 'inference', () => use('inference'), PATHS],
  ['src/storage/x.ts', 'stores', () => use('stores'), PATHS],
  ['src/sandbox/x.ts', 'a task by name', () => use(`tasks/${first}`), PATHS],
  ['src/sandbox/x.ts', 'naive-ui', () => "export { NButton } from 'naive-ui'\n", PACKAGES],
  ['src/server/x.ts', 'inference', () => use('inference'), PATHS],
  ['src/workers/x.ts', 'components', () => use('components/result/category.ts'), PATHS],
  ['src/workers/x.ts', 'vue', () => "export { ref } from 'vue'\n", PACKAGES],
  ['src/stores/x.ts', 'inference', () => use('inference'), PATHS],
  ['src/composables/x.ts', 'the registry', () => use('tasks/index.ts'), PATHS],
  ['src/locales/x.ts', 'stores', () => use('stores'), PATHS],
  ['src/tasks/x.ts', 'a task by name', () => use(`tasks/${first}`), PATHS],
  [`src/tasks/${first}/index.ts`, 'another task', () => use(`tasks/${second}`), PATHS],
  [`src/tasks/${first}/index.ts`, 'vue', () => "export { ref } from 'vue'\n", PACKAGES],
  [
    `src/tasks/${first}/index.ts`,
    'its page',
    () => "export { default } from './Page.vue'\n",
    PACKAGES,
  ],
  [`src/tasks/${first}/sandbox.ts`, 'the sandbox', () => use('sandbox/app.ts'), PATHS],
  [`src/tasks/${first}/index.ts`, 'rules of the sandbox', () => use('sandbox/lib'), PATHS],
  ['src/sandbox/lib/x.ts', 'the sandbox', () => use('sandbox/app.ts'), PATHS],
  [`src/tasks/${first}/meta.ts`, 'its words', () => "export { default } from './text'\n", PATHS],
  [`src/tasks/${first}/Page.vue`, 'inference', () => useIn('inference'), PATHS],
  [`src/tasks/${first}/Page.vue`, 'a type of inference', () => useTypeIn('inference'), PATHS],
  [`src/tasks/${first}/Page.vue`, 'stores', () => useIn('stores'), PATHS],
  [`src/tasks/${first}/use-x.ts`, 'stores', () => use('stores/local.ts'), PATHS],
  [`src/tasks/${first}/Page.vue`, 'another task', () => useIn(`tasks/${second}`), PATHS],
  ['src/components/base/X.vue', 'composables', () => useIn('composables/useTaskRun.ts'), PATHS],
  ['src/components/input/X.vue', 'stores', () => useIn('stores'), PATHS],
  ['src/components/result/X.vue', 'composables', () => useIn('composables/useTaskRun.ts'), PATHS],
  ['src/components/result/X.vue', 'inputs', () => useIn('components/input'), PATHS],
  ['src/components/task/X.vue', 'the registry', () => useIn('tasks/index.ts'), PATHS],
  ['src/components/http/X.vue', 'a type of inference', () => useTypeIn('inference'), PATHS],
  ['src/views/X.vue', 'inference', () => useIn('inference'), PATHS],
  ['src/views/X.vue', 'one task', () => useIn(`tasks/${first}`), PATHS],
  ['src/stores/x.ts', 'fetch', () => "export const it = () => fetch('/')\n", GLOBALS],
  ['src/core/x.ts', 'window.fetch', () => "export const it = () => window.fetch('/')\n", GLOBALS],
  ['src/components/task/X.vue', 'fetch', () => component("void fetch('/')"), GLOBALS],
  ['src/views/X.vue', 'EventSource', () => component("void new EventSource('/')"), GLOBALS],
  [
    'src/components/task/X.vue',
    'task folders by glob',
    () => component("void import.meta.glob('@/tasks/*/index.ts')"),
    'no-restricted-syntax',
  ],
  [
    'src/components/result/X.vue',
    'v-html',
    () => component("const it = '<b>x</b>'", '<p v-html="it" />'),
    'vue/no-v-html',
  ],
  [
    'src/core/x.ts',
    'any behind a switched-off rule',
    () =>
      '// eslint-disable-next-line @typescript-eslint/no-explicit-any\nexport const x: any = 1\n',
    '@typescript-eslint/no-explicit-any',
  ],
]

const allowed: readonly (readonly [path: string, what: string, text: () => string])[] = [
  ['src/core/x.ts', 'core', () => use('core')],
  ['src/inference/x.ts', 'core', () => use('core')],
  ['src/composables/x.ts', 'inference', () => use('inference')],
  ['src/composables/x.ts', 'stores', () => use('stores')],
  ['src/stores/x.ts', 'storage', () => use('storage')],
  ['src/server/x.ts', 'the sandbox', () => use('sandbox')],
  ['src/views/X.vue', 'the registry', () => useIn('tasks/index.ts')],
  ['src/components/input/X.vue', 'base controls', () => useIn('components/base')],
  [`src/tasks/${first}/sandbox.ts`, 'rules of the sandbox', () => use('sandbox/lib')],
  ['src/components/input/X.vue', 'files dropped', () => useIn('composables/useFileDrop.ts')],
  [`src/tasks/${first}/Page.vue`, 'components', () => useIn('components/task')],
  [`src/tasks/${first}/use-x.ts`, 'composables', () => use('composables/useDraft.ts')],
  [`src/tasks/${first}/use-x.ts`, 'Vue', () => "export { ref } from 'vue'\n"],
  [
    `src/tasks/${first}/Page.vue`,
    'its definition',
    () => component("import it from './index'\n\nvoid it"),
  ],
  ['src/inference/transport.ts', 'fetch', () => "export const it = () => fetch('/')\n"],
  ['src/core/x.spec.ts', 'what it tests with', () => use('inference')],
  ['src/main.ts', 'inference', () => use('inference')],
]

// The first text makes the linter read its rules and the project's types, which takes seconds on a busy machine.
describe('import rules', { timeout: 60_000 }, () => {
  test.each(refused)('%s may not use %s', async (path, _what, text, rule) => {
    expect(await rulesOf(path, text())).toContain(rule)
  })

  test.each(allowed)('%s may use %s', async (path, _what, text) => {
    expect(await rulesOf(path, text())).toEqual([])
  })
})

describe('import cycles', () => {
  test('reads static, dynamic and type imports of modules and components', () => {
    const text = "import a from './a'\nimport type { B } from './b'\nconst c = import('./c')\n"
    expect(importsOf('x.ts', text)).toEqual(['./a', './b', './c'])
    expect(importsOf('X.vue', component(text))).toEqual(['./a', './b', './c'])
  })

  test('finds a cycle', () => {
    const graph = new Map([
      ['a', ['b', 'c']],
      ['b', []],
      ['c', ['d']],
      ['d', ['b', 'a']],
    ])
    expect(findCycle(graph)).toEqual(['a', 'c', 'd', 'a'])
  })

  test('there is none in src, type imports included', () => {
    const files = filesBelow('src', /\.(ts|vue)$/)
    const graph = importGraph(root, files)
    expect([...graph.values()].flat().length).toBeGreaterThan(files.length / 2)
    expect(findCycle(graph)).toBeUndefined()
  })
})
