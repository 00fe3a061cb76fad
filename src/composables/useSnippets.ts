import {
  computed,
  shallowRef,
  toValue,
  watchEffect,
  type ComputedRef,
  type MaybeRefOrGetter,
} from 'vue'
import type { PreparedRequest } from '@/core/request'
import { encodeParts } from '@/inference/encode'
import {
  firstLanguages,
  languages,
  noted,
  unresolved,
  writers,
  type Circumstances,
  type Snippet,
  type SnippetLanguage,
  type Writer,
} from '@/snippets'
import type { moreSnippet } from '@/snippets/more'
import { useDownload } from './useDownload'

export { languages, withToken } from '@/snippets'
export type { Circumstances, Snippet, SnippetLanguage, SnippetNote } from '@/snippets'

/** What the person looks at: a language, and a library where there are several. */
export interface SnippetChoice {
  readonly language: SnippetLanguage
  readonly libraries: Readonly<Partial<Record<SnippetLanguage, string>>>
}

/** A request in one language. */
export interface ShownSnippet {
  readonly language: SnippetLanguage
  readonly library: string
  /** Those that can send it, the best first. */
  readonly libraries: readonly string[]
  /** The writer of the chosen library is not there yet. */
  readonly waiting: boolean
  /** Undefined while its writer is being loaded, or where it is not shown. */
  readonly snippet: Snippet | undefined
}

/** A request as code, and the files that the code needs beside it. */
export function useSnippets(
  request: MaybeRefOrGetter<PreparedRequest | undefined>,
  circumstances: MaybeRefOrGetter<Circumstances>,
  choice: MaybeRefOrGetter<SnippetChoice>,
): {
  shown: ComputedRef<readonly ShownSnippet[] | undefined>
  failed: Readonly<{ value: boolean }>
  save: (snippet: Snippet, name: string) => Promise<void>
} {
  const { download } = useDownload()
  /** The writers that few people need. */
  const more = shallowRef<typeof moreSnippet>()
  const failed = shallowRef(false)

  const shown = computed(() => {
    const current = toValue(request)
    return current ? languages.map((language) => show(current, language)) : undefined
  })

  function show(current: PreparedRequest, language: SnippetLanguage): ShownSnippet {
    const given = toValue(circumstances)
    const found = writers(current, language, given)
    const chosen = toValue(choice).libraries[language]
    const wanted = found.find(({ library }) => library === chosen) ?? found[0]
    // Until its writer is there the best of the others stands in.
    const waiting = wanted !== undefined && !wanted.write && !more.value
    const writer = (waiting ? found.find(({ write }) => write) : undefined) ?? wanted
    const snippet = written(current, language, writer, given)
    return {
      language,
      waiting,
      library: writer?.library ?? '',
      libraries: found.map(({ library }) => library),
      snippet: snippet && noted(snippet, current, given),
    }
  }

  function written(
    current: PreparedRequest,
    language: SnippetLanguage,
    writer: Writer | undefined,
    { resolved }: Circumstances,
  ): Snippet | undefined {
    const seen = language === toValue(choice).language
    if (!seen && !firstLanguages.some((first) => first === language)) return undefined
    if (!writer) return unresolved(current, language)
    if (writer.write) return writer.write()
    const wire = current.dialect === 'wire' ? current : resolved
    return wire && more.value?.(wire, language)
  }

  watchEffect(() => {
    const { language } = toValue(choice)
    if (!shown.value?.find((each) => each.language === language)?.waiting) return
    import('@/snippets/more').then(
      (loaded) => (more.value = loaded.moreSnippet),
      () => (failed.value = true),
    )
  })

  /** Offers an input file or a long body under the name that the code gives it. */
  async function save({ files, attachments }: Snippet, name: string): Promise<void> {
    const attachment = attachments.find((candidate) => candidate.name === name)
    if (attachment) return download(await encodeParts(attachment.parts), name)
    const file = files.find((candidate) => candidate.name === name)
    if (file) download(file.blob, name)
  }

  return { shown, failed, save }
}
