import { HF_INFERENCE } from '@/core/connection'
import { loadLibrary } from './client'

/** Tasks that the library knows by another name. */
const libraryTask: Readonly<Record<string, string>> = {
  'chat-completion': 'conversational',
  'sentence-embeddings': 'feature-extraction',
}

/**
 * The third-party providers which serve a task through Hugging Face's router, by name, in alphabetical order; empty
 * for a task that only hf-inference serves, those of all tasks for `''`. Loads the client library.
 */
export async function providersFor(task: string): Promise<readonly string[]> {
  const { PROVIDERS } = await loadLibrary()
  const name = libraryTask[task] ?? task
  return Object.entries(PROVIDERS)
    .filter(([provider, tasks]) => provider !== HF_INFERENCE && serves(tasks, name))
    .map(([provider]) => provider)
    .sort()
}

function serves(tasks: object, name: string): boolean {
  return name === ''
    ? Object.keys(tasks).some((each) => isRouted(tasks, each))
    : isRouted(tasks, name)
}

/** A provider that only takes a key of its own can't be reached through the router. */
function isRouted(tasks: object, name: string): boolean {
  const helper = (tasks as Record<string, { clientSideRoutingOnly?: boolean } | undefined>)[name]
  return helper !== undefined && helper.clientSideRoutingOnly !== true
}
