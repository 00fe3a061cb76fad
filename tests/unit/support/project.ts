import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Paths of the files below a folder, relative to the project, with `/`, sorted; none when there is no such folder. */
export function filesBelow(folder: string, accept: RegExp): string[] {
  let entries
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
  } catch {
    return []
  }
  return entries
    .filter((entry) => entry.isFile() && accept.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** Names of the task folders: src/tasks/<id>. */
export const taskIds = readdirSync(join(root, 'src/tasks'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
