import type { GeneratedImage } from './images'
import { extensionOf } from './file-names'
import type { Draft } from './task'

/** A picture that a run made, with what it was made of. */
export interface MadePicture {
  readonly id: string
  readonly image: GeneratedImage
  readonly draft: Draft<unknown>
  /** What was asked for, in words. */
  readonly prompt: string
  /** As it was sent; undefined where the service chose one. */
  readonly seed: number | undefined
  /** A small version for the strip; undefined where the picture lies elsewhere or can't be decoded. */
  readonly thumbnail?: Blob
  /** In pixels. */
  readonly size?: { readonly width: number; readonly height: number }
}

/** Beyond these the oldest go. */
export const MOST_PICTURES = 60
export const MOST_PICTURE_BYTES = 150_000_000

/** The newest first; the oldest go where there are too many, or too heavy ones. The newest one always stays. */
export function bounded(pictures: readonly MadePicture[]): readonly MadePicture[] {
  let bytes = 0
  return pictures.filter(({ image }, place) => {
    bytes += image.kind === 'blob' ? image.blob.size : 0
    return place === 0 || (place < MOST_PICTURES && bytes <= MOST_PICTURE_BYTES)
  })
}

/** `a-red-circle-seed-42.png`; letters of any script stay. Undefined for a picture that lies elsewhere. */
export function pictureFileName({ image, prompt, seed }: MadePicture): string | undefined {
  if (image.kind === 'url') return undefined
  const words = prompt.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
  const stem = [...words].slice(0, 48).join('').replace(/-$/, '') || 'image'
  return `${stem}${seed === undefined ? '' : `-seed-${seed}`}.${extensionOf(image.blob.type)}`
}

/** A seed that every service takes: a positive integer of 31 bits. */
export function randomSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1
}
