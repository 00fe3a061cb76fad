import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { TASKS_DATA } from '@huggingface/tasks'
import { format, resolveConfig } from 'prettier'
import { facts } from './hub-facts.mjs'

/**
 * Writes src/inference/hub/bundled.json: the models that are known without asking the Hub. Per task page: what the
 * documentation recommends and lists (from @huggingface/tasks), then the page's own suggestions; with the licence and
 * the size where scripts/hub-facts.mjs knows them. Counts of downloads would be old the next day, and are left out.
 */

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Pages whose task has another name in the documentation; as in src/core/hub-tasks.ts. */
const described = {
  conversational: 'text-generation',
  'sentence-embeddings': 'sentence-similarity',
  'text2text-generation': undefined,
  custom: undefined,
}

function suggestionsOf(page) {
  const source = readFileSync(here(`src/tasks/${page}/index.ts`), 'utf8')
  const list = /\n {2}models: \[([\s\S]*?)\],\n/.exec(source)?.[1] ?? ''
  return [...list.matchAll(/\{ id: '([^']+)'(, sandbox: true)?/g)]
    .filter(([, , sandbox]) => !sandbox)
    .map(([, id]) => id)
}

function bundleOf(page) {
  const task = page in described ? described[page] : page
  const documented = TASKS_DATA[task]
  const suggested = suggestionsOf(page)
  const descriptions = new Map(
    (documented?.models ?? []).map(({ id, description }) => [id, description]),
  )
  const model = documented?.widgetModels?.[0] ?? documented?.models?.[0]?.id ?? suggested[0]
  const ids = [...new Set([model, ...descriptions.keys(), ...suggested])].filter(Boolean)
  const models = ids.map((id) => ({ id, description: descriptions.get(id), ...facts[id] }))
  return { model, models }
}

const pages = readdirSync(here('src/tasks'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()
const bundle = Object.fromEntries(pages.map((page) => [page, bundleOf(page)]))
const target = here('src/inference/hub/bundled.json')
const options = { ...(await resolveConfig(target)), parser: 'json' }
writeFileSync(target, await format(JSON.stringify(bundle), options))
