import type { PictureSize } from './boxes'
import type { DecodedMask } from './mask-png'
import type { MaskInk } from './mask-paint'
import type { MaskRuns } from './mask-runs'

/** To the worker that reads masks, and back. */
export interface DecodeMaskRequest {
  readonly index: number
  readonly mask: string
}
export interface DecodeMaskReply {
  readonly index: number
  readonly decoded: DecodedMask
}

/** A label on a picture with masks. */
export interface OverlayLabel {
  readonly words: string
  /** CSS colour of the words. */
  readonly colour: string
  /** Pixels of the picture that its mask covers. */
  readonly area: number
  /** In pixels of the picture. */
  readonly at: { readonly x: number; readonly y: number }
}

/** To the worker that draws masks on the picture itself, at the picture's own size, and back. */
export interface DrawMasksRequest {
  readonly picture: Blob
  readonly size: PictureSize
  /** The last on top; an ink for each. */
  readonly masks: readonly MaskRuns[]
  readonly inks: readonly MaskInk[]
  readonly labels: readonly OverlayLabel[]
  /** CSS colour behind the labels. */
  readonly surface: string
  readonly fontFamily: string
}
export type DrawMasksReply = { readonly png: Blob } | { readonly failed: string }
