import { computed, shallowRef, watch } from 'vue'
import type { MediaFile } from '@/core/media'
import type { AskedQuestion } from '@/core/results'
import type { TaskPage } from './useTaskPage'

interface Picture {
  readonly image: MediaFile | null
  readonly question: string
}

/** The oldest questions go. */
const MOST = 50

/**
 * The questions that were asked about the picture on the page, newest first, each once with its latest answer. Another
 * picture begins another list.
 */
export function useAskedQuestions<Input extends Picture, Output>(
  page: TaskPage<Input, Output>,
  bestOf: (
    output: Output,
  ) => { readonly answer: string; readonly score: number | null } | undefined,
) {
  const list = shallowRef<readonly AskedQuestion[]>([])
  const picture = shallowRef<Blob>()

  watch(page.run, (run) => {
    if (run.phase !== 'done') return
    const { image, question } = page.ranInput.value
    const kept = picture.value === image?.blob ? list.value : []
    picture.value = image?.blob
    const best = bestOf(run.output)
    const entry = {
      id: run.id,
      question: question.trim(),
      answer: best?.answer ?? null,
      score: best?.score ?? null,
    }
    const others = kept.filter((each) => each.question !== entry.question)
    list.value = [entry, ...others].slice(0, MOST)
  })

  /** Empty while another picture is on the page. */
  const asked = computed(() =>
    page.draft.value.input.image?.blob === picture.value ? list.value : [],
  )

  function ask(question: string) {
    page.setInput({ question } as Partial<Input>)
    return page.start()
  }

  /** For the key Enter in the question: not while a word is being composed. */
  function askByEnter(event: KeyboardEvent) {
    if (!event.isComposing && !page.running.value) void page.start()
  }

  return { asked, ask, askByEnter, clear: () => (list.value = []) }
}
