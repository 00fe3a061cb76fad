import { categoriesOf } from './categories'
import { toCsv } from './delimited'
import type { PictureSize } from './boxes'
import type { DecodedMask, MaskFault } from './mask-png'
import { holds, type MaskBox, type MaskRuns } from './mask-runs'
import type { LabelledMask } from './results'

/** A mask with its place in the reply, which stays its name whatever is filtered. */
export interface IndexedMask extends LabelledMask {
  readonly index: number
  /** Place of its label among the labels, by first appearance: chooses the colour. */
  readonly category: number
  /** Undefined while it is being read, and when it can't be. */
  readonly runs: MaskRuns | undefined
  readonly fault: MaskFault | undefined
}

/** A mask whose pixels are known. */
export interface ReadMask extends IndexedMask {
  readonly runs: MaskRuns
}

export function isRead(mask: IndexedMask): mask is ReadMask {
  return mask.runs !== undefined
}

/** Masks with index and category, and with what was read of them; `decoded` has holes where nothing was yet. */
export function indexMasks(
  masks: readonly LabelledMask[],
  decoded: readonly (DecodedMask | undefined)[],
): IndexedMask[] {
  const categories = categoriesOf(masks)
  return masks.map((mask, index) => {
    const found = decoded[index]
    return {
      ...mask,
      index,
      category: categories.get(mask.label)?.category ?? 0,
      runs: found && 'runs' in found ? found.runs : undefined,
      fault: found && 'fault' in found ? found.fault : undefined,
    }
  })
}

/** Masks at or above `threshold` whose label is not in `hidden`. A mask without score passes any threshold. */
export function visibleMasks<T extends LabelledMask>(
  masks: readonly T[],
  threshold: number,
  hidden: ReadonlySet<string>,
): T[] {
  return masks.filter(
    ({ label, score }) => !hidden.has(label) && (score === null || score >= threshold),
  )
}

/** The share of the picture that a mask covers, 0 to 1. */
export function shareOf({ area, width, height }: MaskRuns): number {
  return area / Math.max(1, width * height)
}

/** The order of drawing: large ones first, so that small ones can be seen and reached inside them. */
export function bySize(masks: readonly ReadMask[]): ReadMask[] {
  return [...masks].sort((one, other) => shareOf(other.runs) - shareOf(one.runs))
}

/** The mask that is on top at a place of the picture: exact to the pixel of the mask. `ordered` is of `bySize`. */
export function maskAt(
  ordered: readonly ReadMask[],
  picture: PictureSize,
  at: { readonly x: number; readonly y: number },
): ReadMask | undefined {
  return ordered.findLast(({ runs }) =>
    holds(
      runs,
      Math.floor((at.x / picture.width) * runs.width),
      Math.floor((at.y / picture.height) * runs.height),
    ),
  )
}

/** A mask's box in pixels of the picture. */
export function boxOn(picture: PictureSize, { box, width, height }: MaskRuns): MaskBox {
  const [across, down] = [picture.width / width, picture.height / height]
  return {
    xmin: box.xmin * across,
    ymin: box.ymin * down,
    xmax: box.xmax * across,
    ymax: box.ymax * down,
  }
}

/** The masks that are of another size than the picture: they are stretched over it. */
export function stretched(masks: readonly IndexedMask[], picture: PictureSize): ReadMask[] {
  return masks
    .filter(isRead)
    .filter(({ runs }) => runs.width !== picture.width || runs.height !== picture.height)
}

/** One line per mask that could be read; area and box are in pixels of the mask. */
export function masksCsv(masks: readonly IndexedMask[]): string {
  const header = [
    ...['label', 'score', 'area_pixels', 'area_share', 'xmin', 'ymin', 'xmax', 'ymax'],
    ...['mask_width', 'mask_height'],
  ]
  const rows = masks.filter(isRead).map(({ label, score, runs }) => {
    const { area, box, width, height } = runs
    const share = Number(shareOf(runs).toPrecision(6))
    return [label, score, area, share, box.xmin, box.ymin, box.xmax, box.ymax, width, height]
  })
  return toCsv([header, ...rows])
}
