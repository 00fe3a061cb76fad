import { anchorOf } from './mask-anchor'
import type { MaskBox, MaskRuns } from './mask-runs'

const EMPTY: MaskBox = { xmin: 0, ymin: 0, xmax: 0, ymax: 0 }

/** Collects the spans of a mask, row by row from the top. */
export class MaskBuilder {
  /** Where a row's spans go: from, to (exclusive), from, to ... */
  readonly spans: number[] = []
  private readonly starts: number[] = []
  private area = 0
  private box: MaskBox = EMPTY
  /** Where the row before begins, and the row that is under way. */
  private before = 0
  private first = 0
  private y = 0

  /** Ends the row whose spans were added since the one before. */
  endRow(): void {
    const { spans, first, y } = this
    if (spans.length > first) {
      const { xmin, ymin, xmax } = this.area === 0 ? { xmin: Infinity, ymin: y, xmax: 0 } : this.box
      for (let at = first; at < spans.length; at += 2) {
        this.area += (spans[at + 1] ?? 0) - (spans[at] ?? 0)
      }
      this.box = {
        xmin: Math.min(xmin, spans[first] ?? 0),
        ymin,
        xmax: Math.max(xmax, spans.at(-1) ?? 0),
        ymax: y + 1,
      }
    }
    if (this.area > 0) this.starts.push(first)
    this.before = first
    this.first = spans.length
    this.y += 1
  }

  /** The row before once more: masks have many rows alike. */
  repeatRow(): void {
    const { spans, before, first } = this
    for (let at = before; at < first; at++) spans.push(spans[at] ?? 0)
    this.endRow()
  }

  build(width: number, height: number, about: Pick<MaskRuns, 'shaded' | 'whole'>): MaskRuns {
    const { box, area, spans } = this
    const found = {
      box,
      starts: Uint32Array.from([...this.starts.slice(0, box.ymax - box.ymin), spans.length]),
      spans: Uint16Array.from(spans),
    }
    return { width, height, ...found, area, anchor: anchorOf(found), ...about }
  }
}
