import { hasRoom, placeLabels } from '@/core/chips'
import { inkMasks, paintMasks } from '@/core/mask-paint'
import type { DrawMasksReply, DrawMasksRequest } from '@/core/mask-work'
import { answerWith } from './scope'

/** Rows that are coloured at a time, so that 24 megapixels take little memory beside the picture itself. */
const STRIP = 256

answerWith(async (request: DrawMasksRequest): Promise<{ reply: DrawMasksReply }> => {
  try {
    return { reply: { png: await draw(request) } }
  } catch (error) {
    return { reply: { failed: error instanceof Error ? error.message : String(error) } }
  }
})

async function draw(request: DrawMasksRequest): Promise<Blob> {
  const { width, height } = request.size
  const canvas = new OffscreenCanvas(width, height)
  const context = contextOf(canvas)
  const picture = await createImageBitmap(request.picture)
  context.drawImage(picture, 0, 0, width, height)
  picture.close()
  const unit = Math.max(1, Math.max(width, height) / 640)
  drawMasks(context, request, Math.round(unit))
  drawLabels(context, request, unit)
  return canvas.convertToBlob({ type: 'image/png' })
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser has no canvas to draw on.')
  return context
}

function drawMasks(
  context: OffscreenCanvasRenderingContext2D,
  { size, masks, inks }: DrawMasksRequest,
  unit: number,
): void {
  const { width } = size
  // A margin above and below, so that outlines go on from strip to strip.
  const rows = STRIP + 2 * unit
  const map = { width, height: rows, tops: new Uint16Array(width * rows) }
  const strip = new OffscreenCanvas(width, rows)
  const stripContext = contextOf(strip)
  const pixels = stripContext.createImageData(width, rows)
  for (let y = 0; y < size.height; y += STRIP) {
    const top = y - unit
    paintMasks(map, masks, size, { left: 0, top, step: 1 })
    inkMasks(pixels.data, map, inks, unit, { x: 0, y: top })
    stripContext.putImageData(pixels, 0, 0)
    context.drawImage(strip, 0, unit, width, STRIP, 0, y, width, STRIP)
  }
}

function drawLabels(
  context: OffscreenCanvasRenderingContext2D,
  { labels, surface, fontFamily, size }: DrawMasksRequest,
  unit: number,
): void {
  context.font = `600 ${12 * unit}px ${fontFamily}`
  context.textBaseline = 'middle'
  const height = 18 * unit
  const requests = labels.map(({ words, at }) => ({
    at,
    width: context.measureText(words).width + 12 * unit,
    height,
  }))
  placeLabels(requests, size).forEach(({ x, y, free }, place) => {
    const [label, request] = [labels[place], requests[place]]
    if (!free || !label || !request || !hasRoom(label.area, request, labels.length)) return
    context.fillStyle = surface
    context.fillRect(x, y, request.width, height)
    context.fillStyle = label.colour
    context.fillRect(x, y, 3 * unit, height)
    context.fillText(label.words, x + 7 * unit, y + height / 2)
  })
}
