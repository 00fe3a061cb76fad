import { computed, shallowRef, toValue, type MaybeRefOrGetter } from 'vue'
import { FIT, panBy, zoomAt, type Frame, type Point, type View } from '@/core/zoom'

const STEP = 1.4
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: 40, y: 0 },
  ArrowRight: { x: -40, y: 0 },
  ArrowUp: { x: 0, y: 40 },
  ArrowDown: { x: 0, y: -40 },
}

/** Zoom and pan of what stands in `frame`: pointer, pinch, Ctrl with the wheel, double click and keys. */
export function useZoomPan(frame: MaybeRefOrGetter<HTMLElement | null | undefined>) {
  const view = shallowRef<View>(FIT)
  const pointers = new Map<number, Point>()

  function frameSize(): Frame {
    const element = toValue(frame)
    return { width: element?.clientWidth ?? 0, height: element?.clientHeight ?? 0 }
  }

  function place(event: MouseEvent): Point {
    const edge = toValue(frame)?.getBoundingClientRect()
    return { x: event.clientX - (edge?.left ?? 0), y: event.clientY - (edge?.top ?? 0) }
  }

  function zoom(factor: number, point?: Point) {
    const size = frameSize()
    const middle = { x: size.width / 2, y: size.height / 2 }
    view.value = zoomAt(view.value, factor, point ?? middle, size)
  }

  function pan(by: Point) {
    view.value = panBy(view.value, by, frameSize())
  }

  /** A plain wheel scrolls the page; a trackpad's pinch comes as a wheel with Ctrl. */
  function wheel(event: WheelEvent) {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    zoom(Math.exp(-event.deltaY / 200), place(event))
  }

  function pointerdown(event: PointerEvent) {
    if (event.button === 0) pointers.set(event.pointerId, place(event))
  }

  function pointermove(event: PointerEvent) {
    // Let go outside the frame, where no pointerup was heard.
    if (event.buttons === 0) pointers.delete(event.pointerId)
    const before = pointers.get(event.pointerId)
    if (!before) return
    const now = place(event)
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1]
    pointers.set(event.pointerId, now)
    if (other) zoom(distance(now, other) / Math.max(1, distance(before, other)), other)
    else if (view.value.scale > 1) {
      toValue(frame)?.setPointerCapture(event.pointerId)
      pan({ x: now.x - before.x, y: now.y - before.y })
    }
  }

  function pointerup(event: PointerEvent) {
    pointers.delete(event.pointerId)
  }

  function keydown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const by = ARROWS[event.key]
    if (event.key === '+' || event.key === '=') zoom(STEP)
    else if (event.key === '-') zoom(1 / STEP)
    else if (event.key === '0') fit()
    else if (by && view.value.scale > 1) pan(by)
    else return
    event.preventDefault()
  }

  function dblclick(event: MouseEvent) {
    if (view.value.scale > 1) fit()
    else zoom(STEP * STEP, place(event))
  }

  function fit() {
    view.value = FIT
  }

  return {
    view,
    zoomed: computed(() => view.value.scale > 1),
    zoomIn: () => zoom(STEP),
    zoomOut: () => zoom(1 / STEP),
    fit,
    listeners: {
      wheel,
      pointerdown,
      pointermove,
      pointerup,
      pointercancel: pointerup,
      keydown,
      dblclick,
    },
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
