import type { Spectrogram } from '@/core/sound/spectrogram'
import { themeValue } from './category'

/** Draws at one pixel for each level, low frequencies at the bottom, in the theme's colours at the canvas. */
export function drawSpectrogram(
  canvas: HTMLCanvasElement,
  { columns, rows, levels }: Spectrogram,
): void {
  canvas.width = columns
  canvas.height = rows
  const context = canvas.getContext('2d')
  if (!context) return
  const ramp = colourRamp(canvas)
  const image = context.createImageData(columns, rows)
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const colour = (levels[column * rows + row] ?? 0) * 4
      const pixel = ((rows - 1 - row) * columns + column) * 4
      image.data.set(ramp.subarray(colour, colour + 4), pixel)
    }
  }
  context.putImageData(image, 0, 0)
}

/** 256 colours from quiet to loud, four bytes each: whatever notation the theme writes colours in. */
function colourRamp(element: HTMLElement): Uint8ClampedArray {
  const strip = document.createElement('canvas')
  strip.width = 256
  strip.height = 1
  const context = strip.getContext('2d', { willReadFrequently: true })
  if (!context) return new Uint8ClampedArray(1024)
  const gradient = context.createLinearGradient(0, 0, 256, 0)
  gradient.addColorStop(0, themeValue(element, '--ts-surface-2'))
  gradient.addColorStop(0.35, themeValue(element, '--ts-surface-2'))
  gradient.addColorStop(0.75, themeValue(element, '--ts-primary'))
  gradient.addColorStop(1, themeValue(element, '--ts-text'))
  // The surface may be translucent.
  context.fillStyle = themeValue(element, '--ts-surface')
  context.fillRect(0, 0, 256, 1)
  context.fillStyle = gradient
  context.fillRect(0, 0, 256, 1)
  return context.getImageData(0, 0, 256, 1).data
}
