import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What the bundler tells of a module: the ids of those that it imports, dynamic imports left out. */
interface ModuleGraph {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null
}

/** Their index files import everything, although the bundler takes only what is used: what lies behind says nothing. */
const BARRELS = /node_modules\/(naive-ui|@vueuse|@lucide)\//

/**
 * Names the chunk of a module that many pages share, so that a page comes in few requests and compresses well:
 * `vendor` and `app` for what every page loads, `shared` for what both tasks and other pages load, `task` for what at
 * least half of the tasks load. Undefined for the rest, which the bundler parts by itself.
 *
 * @param root the project's folder
 */
export function chunkNamer(root: string) {
  let names: Map<string, string> | undefined
  return (id: string, graph: ModuleGraph): string | undefined => {
    names ??= nameModules(root, graph)
    return names.get(id)
  }
}

function nameModules(root: string, graph: ModuleGraph): Map<string, string> {
  const reached = (...starts: string[]) =>
    closure(
      starts.map((path) => join(root, 'src', path)),
      graph,
    )
  const entry = reached('main.ts', 'locales/en/index.ts')
  const others = reached('views/HistoryView.vue', 'views/SettingsView.vue', 'storage/index.ts')
  const pages = readdirSync(join(root, 'src/tasks'), { withFileTypes: true })
    .filter((folder) => folder.isDirectory())
    .map(({ name }) => reached('views/TaskView.vue', `tasks/${name}/Page.vue`))

  const names = new Map<string, string>()
  for (const id of new Set(pages.flatMap((page) => [...page]))) {
    const half = pages.filter((page) => page.has(id)).length * 2 >= pages.length
    if (half) names.set(id, others.has(id) ? 'shared' : 'task')
  }
  for (const id of entry) names.set(id, id.includes('node_modules') ? 'vendor' : 'app')
  // The entry has a chunk of its own, as has each language.
  for (const id of names.keys())
    if (id.endsWith('/src/main.ts') || id.includes('/src/locales/en/')) names.delete(id)
  return names
}

/** The modules that are there once `starts` are loaded. */
function closure(starts: readonly string[], graph: ModuleGraph): Set<string> {
  const seen = new Set<string>()
  const waiting = [...starts]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id) || BARRELS.test(id)) continue
    seen.add(id)
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return seen
}
