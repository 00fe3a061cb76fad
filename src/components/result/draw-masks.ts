import type { PictureSize } from '@/core/boxes'
import type { DrawMasksReply, DrawMasksRequest } from '@/core/mask-work'
import { bySize, shareOf, type ReadMask } from '@/core/masks'
import { scoreWords, type ScoreScale } from '@/core/scores'
import { categoryVariable, themeValue } from './category'
import { inksOf, paletteAt } from './mask-inks'

interface Drawing {
  readonly image: Blob
  readonly size: PictureSize
  readonly masks: readonly ReadMask[]
  readonly opacity: number
  readonly scale: ScoreScale
  /** Where the theme is read. */
  readonly element: Element
}

/** The picture with masks and labels drawn on it, as a PNG of the picture's own size. Drawn in a worker. */
export async function drawMasks(drawing: Drawing): Promise<Blob> {
  const worker = new Worker(new URL('../../workers/draw-masks.ts', import.meta.url), {
    type: 'module',
  })
  try {
    const reply = await new Promise<DrawMasksReply>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<DrawMasksReply>) => resolve(data))
      worker.addEventListener('error', ({ message }) => reject(new Error(message)))
      worker.postMessage(requestOf(drawing))
    })
    if ('failed' in reply) throw new Error(reply.failed)
    return reply.png
  } finally {
    worker.terminate()
  }
}

function requestOf({ image, size, masks, opacity, scale, element }: Drawing): DrawMasksRequest {
  const ordered = bySize(masks)
  return {
    picture: image,
    size,
    masks: ordered.map(({ runs }) => runs),
    inks: inksOf(ordered, paletteAt(element), opacity),
    labels: ordered.map(({ label, score, category, runs }) => ({
      words: `${label} ${scoreWords(score, scale)}`,
      colour: themeValue(element, categoryVariable(category)),
      area: shareOf(runs) * size.width * size.height,
      at: {
        x: ((runs.anchor.x + 0.5) / runs.width) * size.width,
        y: ((runs.anchor.y + 0.5) / runs.height) * size.height,
      },
    })),
    surface: themeValue(element, '--ts-surface'),
    fontFamily: getComputedStyle(element).fontFamily,
  }
}
