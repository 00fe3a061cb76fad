import type { ConversationStorage, RunFilter, RunStorage } from './types'

const CHUNK = 0x6000

/**
 * All runs and conversations as one JSON file, newest first: `{format: 'taskscope-history', version: 1, runs: [...],
 * conversations: [...]}`. A file in it is `{"$blob": {type, size, base64}}`. Built one by one, so that a long history
 * need not fit into one string.
 */
export async function exportRuns(
  storage: RunStorage,
  conversations?: ConversationStorage,
): Promise<Blob> {
  const parts: BlobPart[] = ['{"format":"taskscope-history","version":1,"runs":[']
  let first = true
  // A part of its own, so that the text of one can be released before the next is read.
  const add = async (value: unknown) => {
    parts.push(new Blob([first ? '\n' : ',\n', JSON.stringify(await withoutBlobs(value))]))
    first = false
  }
  for await (const id of allIds(storage)) {
    const run = await storage.get(id)
    if (run) await add(run)
  }
  const { conversations: had } = (await conversations?.list()) ?? { conversations: [] }
  for (const { id: conversation } of had) {
    for await (const id of allIds(storage, { conversation })) {
      const run = await storage.get(id)
      if (run) await add(run)
    }
  }
  parts.push('\n],"conversations":[')
  first = true
  for (const { id } of had) {
    const found = await conversations?.get(id)
    if (found) await add(found.conversation)
  }
  parts.push('\n]}\n')
  return new Blob(parts, { type: 'application/json' })
}

async function* allIds(storage: RunStorage, filter: RunFilter = {}): AsyncGenerator<string> {
  let page = await storage.list(filter)
  for (;;) {
    for (const run of page.runs) yield run.id
    const before = page.runs.at(-1)
    if (!page.more || !before) return
    page = await storage.list({ ...filter, before })
  }
}

/** A copy of a plain value whose blobs are written as base64. */
export async function withoutBlobs(value: unknown): Promise<unknown> {
  if (value instanceof Blob) {
    const bytes = new Uint8Array(await value.arrayBuffer())
    return { $blob: { type: value.type, size: value.size, base64: toBase64(bytes) } }
  }
  if (Array.isArray(value)) return Promise.all(value.map(withoutBlobs))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(async ([key, member]) => [
    key,
    await withoutBlobs(member),
  ])
  return Object.fromEntries(await Promise.all(entries)) as unknown
}

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  // A multiple of three bytes each, so that no padding falls between the parts.
  for (let start = 0; start < bytes.length; start += CHUNK) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(start, start + CHUNK))))
  }
  return parts.join('')
}
