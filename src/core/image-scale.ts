interface Size {
  readonly width: number
  readonly height: number
}

/** Longer sides to choose from, in pixels: what most models look at is smaller still. */
export const LONGEST_SIDES = [2048, 1024, 640] as const

/** Of JPEG and WebP, 0 to 1. PNG loses nothing. */
export const SCALE_QUALITY = 0.9

/** The size at which the longer side is `longest`; a picture is never made larger. */
export function scaledSize({ width, height }: Size, longest: number): Size {
  const factor = Math.min(1, longest / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  }
}

/** JPEG, WebP and PNG stay what they are; other formats become PNG, which every browser can write. */
export function scaledType(type: string): string {
  return ['image/jpeg', 'image/webp'].includes(type) ? type : 'image/png'
}

const EXTENSIONS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/webp': 'webp' }

/** `photo.jpg` becomes `photo-1024.jpg`. */
export function scaledName(name: string, longest: number, type: string): string {
  const [, stem = name, extension = ''] = /^(.+?)\.(\w{1,5})$/.exec(name) ?? []
  const fits = type === 'image/jpeg' && /^jpe?g$/i.test(extension)
  return `${stem}-${longest}.${fits ? extension : (EXTENSIONS[type] ?? 'png')}`
}

/** To the worker that makes pictures smaller, and back. */
export interface ScaleRequest {
  readonly blob: Blob
  readonly longest: number
  readonly type: string
  readonly quality: number
}
export type ScaleReply =
  | {
      readonly blob: Blob
      /** Of the original, upright. */
      readonly width: number
      readonly height: number
    }
  | { readonly failed: string }
