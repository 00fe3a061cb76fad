export { fromBase64 } from '@/core/base64'

/** The standard alphabet, padded. */
export function toBase64(data: Uint8Array): string {
  const pieces: string[] = []
  // A call takes only so many arguments. Three bytes make four letters, so pieces of whole triples join up.
  for (let from = 0; from < data.length; from += 30_000) {
    pieces.push(btoa(String.fromCharCode(...data.subarray(from, from + 30_000))))
  }
  return pieces.join('')
}
