import type { RunStorage } from './types'

const CHUNK = 0x6000

/**
 * All runs as one JSON file, newest first: `{format: 'taskscope-history', version: 1, runs: [...]}`. A file in it is
 * `{"$blob": {type, size, base64}}`. Built run by run, so that a long history need not fit into one string.
 */
export async function exportRuns(storage: RunStorage): Promise<Blob> {
  const parts: BlobPart[] = ['{"format":"taskscope-history","version":1,"runs":[']
  let first = true
  for await (const id of allIds(storage)) {
    const run = await storage.get(id)
    if (!run) continue
    // A part of its own, so that the text of one run can be released before the next is read.
    parts.push(new Blob([first ? '\n' : ',\n', JSON.stringify(await withoutBlobs(run))]))
    first = false
  }
  parts.push('\n]}\n')
  return new Blob(parts, { type: 'application/json' })
}

async function* allIds(storage: RunStorage): AsyncGenerator<string> {
  let page = await storage.list()
  for (;;) {
    for (const run of page.runs) yield run.id
    const before = page.runs.at(-1)
    if (!page.more || !before) return
    page = await storage.list({ before })
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
