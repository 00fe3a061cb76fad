import { fromBase64 } from '@/core/base64'
import type { IndexedMask } from '@/core/masks'

/** A mask as the file that the service wrote; undefined where what came is no base64. */
export function maskFile(
  { mask, label, index }: IndexedMask,
  stem: string,
): { blob: Blob; name: string } | undefined {
  const file = fromBase64(mask)
  if (!file) return undefined
  const word = label.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40)
  const blob = new Blob([new Uint8Array(file.data)], { type: 'image/png' })
  return { blob, name: `${stem}-mask-${index + 1}-${word}.png` }
}
