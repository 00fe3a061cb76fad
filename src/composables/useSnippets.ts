import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue'
import type { PreparedRequest } from '@/core/request'
import { encodeParts } from '@/inference/encode'
import { snippets, type Circumstances, type Snippet, type Snippets } from '@/snippets'
import { useDownload } from './useDownload'

export { firstLanguages } from '@/snippets'
export type { Circumstances, FirstLanguage, Snippet, SnippetNote } from '@/snippets'

/** A request as code, and the files that the code needs beside it. */
export function useSnippets(
  request: MaybeRefOrGetter<PreparedRequest | undefined>,
  circumstances: MaybeRefOrGetter<Circumstances>,
): {
  code: ComputedRef<Snippets | undefined>
  save: (snippet: Snippet, name: string) => Promise<void>
} {
  const { download } = useDownload()
  const code = computed(() => {
    const current = toValue(request)
    return current ? snippets(current, toValue(circumstances)) : undefined
  })

  /** Offers an input file or a long body under the name that the code gives it. */
  async function save({ files, attachments }: Snippet, name: string): Promise<void> {
    const attachment = attachments.find((candidate) => candidate.name === name)
    if (attachment) return download(await encodeParts(attachment.parts), name)
    const file = files.find((candidate) => candidate.name === name)
    if (file) download(file.blob, name)
  }

  return { code, save }
}
