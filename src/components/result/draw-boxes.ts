import type { IndexedBox } from '@/core/boxes'
import { placeChips } from '@/core/chips'
import { scoreWords, type ScoreScale } from '@/core/scores'
import { categoryVariable, themeValue } from './category'

/** The picture with boxes and chips drawn on it, as a PNG of the picture's own size, in the theme's colours. */
export function drawBoxes(
  image: HTMLImageElement,
  boxes: readonly IndexedBox[],
  scale: ScoreScale,
): Promise<Blob> {
  const canvas = document.createElement('canvas')
  const picture = { width: image.naturalWidth, height: image.naturalHeight }
  canvas.width = picture.width
  canvas.height = picture.height
  const context = canvas.getContext('2d')
  if (!context) return Promise.reject(new Error('This browser has no canvas to draw on.'))
  context.drawImage(image, 0, 0)
  const unit = Math.max(1, Math.max(picture.width, picture.height) / 640)
  const colour = (box: IndexedBox) => themeValue(image, categoryVariable(box.category))
  for (const item of boxes) {
    const { xmin, ymin, xmax, ymax } = item.box
    context.strokeStyle = colour(item)
    context.lineWidth = 2 * unit
    context.strokeRect(xmin, ymin, xmax - xmin, ymax - ymin)
  }
  context.font = `600 ${12 * unit}px ${getComputedStyle(image).fontFamily}`
  context.textBaseline = 'middle'
  const words = boxes.map((box) => `${box.label} ${scoreWords(box.score, scale)}`)
  const height = 18 * unit
  const widths = words.map((text) => context.measureText(text).width + 10 * unit)
  const requests = boxes.map(({ box }, at) => ({ box, width: widths[at] ?? 0, height }))
  placeChips(requests, picture).forEach((chip, at) => {
    const item = boxes[at]
    if (!item) return
    context.fillStyle = themeValue(image, '--ts-surface')
    context.fillRect(chip.x, chip.y, widths[at] ?? 0, height)
    context.fillStyle = colour(item)
    context.fillRect(chip.x, chip.y, 3 * unit, height)
    context.fillText(words[at] ?? '', chip.x + 6 * unit, chip.y + height / 2)
  })
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error('The picture is too large for this browser to write.'))
    }),
  )
}
