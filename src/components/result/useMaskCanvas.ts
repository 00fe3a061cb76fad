import { onMounted, onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { PictureSize } from '@/core/boxes'
import { inkMasks, paintMasks, type MaskMap } from '@/core/mask-paint'
import type { ReadMask } from '@/core/masks'
import type { Frame, View } from '@/core/zoom'
import { inksOf, paletteAt, type Palette } from './mask-inks'
import { useThemeChange } from './useThemeChange'

/** What is to be seen on the canvas. */
export interface MaskScene {
  /** Large ones first. */
  readonly masks: readonly ReadMask[]
  readonly picture: PictureSize
  readonly view: View
  readonly frame: Frame
  readonly opacity: number
  readonly active: number | undefined
}

/** More pixels would cost time and show nothing: outlines are as sharp as a screen of twice the density needs. */
const MOST_DENSITY = 2

/** Draws the visible part of a picture's masks at the screen's own resolution, at most once a frame. */
export function useMaskCanvas(
  canvas: Readonly<Ref<HTMLCanvasElement | null>>,
  scene: () => MaskScene,
): { readonly palette: Readonly<ShallowRef<Palette | undefined>> } {
  const palette = shallowRef<Palette>()
  let buffers: { map: MaskMap; pixels: ImageData } | undefined
  let frame = 0

  function draw() {
    frame = 0
    const element = canvas.value
    const context = element?.getContext('2d')
    if (!element || !context || !palette.value) return
    const { masks, picture, view, frame: seen, opacity, active } = scene()
    const density = Math.min(MOST_DENSITY, window.devicePixelRatio || 1)
    const width = Math.round(seen.width * density)
    const height = Math.round(seen.height * density)
    if (width === 0 || height === 0) return
    if (element.width !== width || element.height !== height) {
      element.width = width
      element.height = height
    }
    if (buffers?.map.width !== width || buffers.map.height !== height) {
      const tops = new Uint16Array(width * height)
      buffers = { map: { width, height, tops }, pixels: context.createImageData(width, height) }
    }
    const step = picture.width / (seen.width * view.scale)
    const ordered = [...masks].sort((one, other) => onTop(one, active) - onTop(other, active))
    paintMasks(
      buffers.map,
      ordered.map(({ runs }) => runs),
      picture,
      { left: -view.x * step, top: -view.y * step, step: step / density },
    )
    const inks = inksOf(ordered, palette.value, opacity, active)
    inkMasks(buffers.pixels.data, buffers.map, inks, density)
    context.putImageData(buffers.pixels, 0, 0)
  }

  const schedule = () => {
    frame ||= requestAnimationFrame(draw)
  }
  const readPalette = () => {
    if (canvas.value) palette.value = paletteAt(canvas.value)
    schedule()
  }

  watch(scene, schedule)
  useThemeChange(readPalette)
  onMounted(readPalette)
  onScopeDispose(() => {
    cancelAnimationFrame(frame)
    buffers = undefined
  })
  return { palette }
}

const onTop = ({ index }: ReadMask, active: number | undefined) => (index === active ? 1 : 0)
