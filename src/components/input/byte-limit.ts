import { limits } from '@/core/limits'

/** What a media input takes. `any` is bytes of any kind. */
export type Wanted = 'image' | 'sound' | 'text' | 'any'

/** Bytes that an input takes at most. */
export function byteLimit(wanted: Wanted): number {
  if (wanted === 'text') return limits.textBytes
  return wanted === 'image' ? limits.imageBytes : limits.soundBytes
}
