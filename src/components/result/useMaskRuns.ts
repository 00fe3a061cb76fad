import { computed, onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { DecodedMask } from '@/core/mask-png'
import type { DecodeMaskReply, DecodeMaskRequest } from '@/core/mask-work'
import type { LabelledMask } from '@/core/results'

const MOST_WORKERS = 4
/** A hundred masks come in quick succession; each time they are shown, list and labels are laid out anew. */
const SHOW_MS = 200

/** Reads masks in workers, each as it comes; what was read is let go with the scope or with other masks. */
export function useMaskRuns(masks: MaybeRefOrGetter<readonly LabelledMask[]>) {
  const decoded = shallowRef<readonly (DecodedMask | undefined)[]>([])
  const left = shallowRef(0)
  let stop = () => {}

  function read(wanted: readonly LabelledMask[]) {
    stop()
    const found = new Array<DecodedMask | undefined>(wanted.length)
    decoded.value = []
    left.value = wanted.length
    let remaining = wanted.length
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      timer = undefined
      left.value = remaining
      decoded.value = [...found]
    }
    const end = readAll(wanted, (index, mask) => {
      found[index] = mask
      remaining -= 1
      timer ??= setTimeout(show, remaining === 0 ? 0 : SHOW_MS)
    })
    stop = () => {
      clearTimeout(timer)
      end()
    }
  }

  watch(() => toValue(masks), read, { immediate: true })
  onScopeDispose(() => stop())
  return { decoded, left: computed(() => left.value) }
}

/** Hands masks out to workers that are free; returns what ends them all. They end by themselves after the last mask. */
function readAll(
  masks: readonly LabelledMask[],
  done: (index: number, decoded: DecodedMask) => void,
): () => void {
  const count = Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 2, masks.length)
  let next = 0
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(new URL('../../workers/decode-mask.ts', import.meta.url), {
      type: 'module',
    })
    let current = -1
    const hand = () => {
      const mask = masks[next]
      if (!mask) return worker.terminate()
      current = next++
      worker.postMessage({ index: current, mask: mask.mask } satisfies DecodeMaskRequest)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<DecodeMaskReply>) => {
      done(data.index, data.decoded)
      hand()
    })
    worker.addEventListener('error', () => {
      done(current, { fault: 'not-png' })
      hand()
    })
    hand()
    return worker
  })
  return () => workers.forEach((worker) => worker.terminate())
}
