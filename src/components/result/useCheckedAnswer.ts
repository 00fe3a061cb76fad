import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { CheckedAnswer, Expectation } from '@/core/json-schema'

/** Time for a check, the loading of its code included. */
const LONGEST_MS = 4000

/**
 * An answer checked in a worker, which is ended when it takes too long. Undefined while the check runs, and where nothing
 * is to be checked.
 */
export function useCheckedAnswer(
  asked: () => { readonly text: string; readonly expected: Expectation } | undefined,
): Readonly<Ref<CheckedAnswer | undefined>> {
  const checked = shallowRef<CheckedAnswer>()
  let end = () => {}

  watch(
    () => JSON.stringify(asked()),
    () => {
      end()
      checked.value = undefined
      const given = asked()
      if (given) end = check(given, (answer) => (checked.value = answer))
    },
    { immediate: true },
  )
  onScopeDispose(() => end())
  return checked
}

function check(
  given: { readonly text: string; readonly expected: Expectation },
  done: (answer: CheckedAnswer) => void,
): () => void {
  const worker = new Worker(new URL('../../workers/check-answer.ts', import.meta.url), {
    type: 'module',
  })
  const finish = (answer: CheckedAnswer) => {
    stop()
    done(answer)
  }
  const timer = setTimeout(() => finish({ kind: 'too-long' }), LONGEST_MS)
  const stop = () => {
    clearTimeout(timer)
    worker.terminate()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<CheckedAnswer>) => finish(data))
  worker.addEventListener('error', ({ message }) => finish({ kind: 'unusable', message }))
  worker.postMessage(given)
  return stop
}
