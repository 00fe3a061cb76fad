import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROUTER_URL } from '../../src/core/connection'
import type { WireRequest } from '../../src/core/request'
import { encodeParts } from '../../src/inference/encode'
import type { SnippetLanguage } from '../../src/snippets'
import { allSnippets } from './all-snippets'
import type { Prepared } from './snippet-proof'

/**
 * A folder for each request and library: the code, the files that it names, and the attachments as the page offers them.
 * `base` stands in for the router's address, which only Hugging Face answers at; nothing else of the code is touched.
 */
export async function folders(
  root: string,
  cases: ReadonlyMap<string, WireRequest>,
  language: SnippetLanguage,
  codeName: string,
  base: string,
): Promise<Prepared[]> {
  const prepared: Prepared[] = []
  for (const [name, request] of cases)
    for (const snippet of allSnippets(request, language)) {
      const folder = join(root, String(prepared.length))
      await mkdir(folder, { recursive: true })
      const code = snippet.code.replaceAll(ROUTER_URL, base)
      await writeFile(join(folder, codeName), code)
      for (const file of snippet.files)
        await writeFile(join(folder, file.name), Buffer.from(await file.blob.arrayBuffer()))
      for (const attachment of snippet.attachments) {
        const blob = await encodeParts(attachment.parts)
        await writeFile(join(folder, attachment.name), Buffer.from(await blob.arrayBuffer()))
      }
      prepared.push({ name: `${snippet.library}: ${name}`, request, snippet, folder })
    }
  return prepared
}

/** Says how much was proved. */
export function tell(language: string, prepared: readonly Prepared[]): void {
  const counts = new Map<string, number>()
  for (const { snippet } of prepared)
    counts.set(snippet.library, (counts.get(snippet.library) ?? 0) + 1)
  const parts = [...counts].map(([library, count]) => `${library} ${count}`)
  process.stdout.write(`Proved of ${language}: ${prepared.length} pairs (${parts.join(', ')})\n`)
}
