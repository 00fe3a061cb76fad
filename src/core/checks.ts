import { limits } from './limits'
import type { MediaFile } from './media'
import { problem, type Problem, type ProblemCode } from './problem'

/** Problems of a text field: empty, or more UTF-8 bytes than the bound. */
export function textProblems(
  field: string,
  text: string,
  missing: ProblemCode = 'text-missing',
): readonly Problem[] {
  if (text.trim() === '') return [problem(field, missing)]
  const size = utf8Bytes(text)
  if (size <= limits.textBytes) return []
  return [problem(field, 'text-too-long', { size, limit: limits.textBytes })]
}

/** Problems of a list of texts: none of them, or more UTF-8 bytes than the bound in all. */
export function textsProblems(
  field: string,
  texts: readonly string[],
  missing: ProblemCode = 'sentences-missing',
): readonly Problem[] {
  return textProblems(field, texts.join('\n'), missing)
}

/** Problems of a picture, as far as its name, type and size tell. Sizes in bytes. */
export function imageProblems(field: string, file: MediaFile | null): readonly Problem[] {
  if (!file) return [problem(field, 'image-missing')]
  if (!file.type.startsWith('image/')) {
    return [problem(field, 'image-not-image', { name: file.name, type: file.type })]
  }
  if (file.size <= limits.imageBytes) return []
  return [problem(field, 'image-too-large', { size: file.size, limit: limits.imageBytes })]
}

/** Problems of a sound. A container that can hold pictures too, such as WebM or MP4, counts as a sound. */
export function soundProblems(field: string, file: MediaFile | null): readonly Problem[] {
  if (!file) return [problem(field, 'sound-missing')]
  if (!/^(audio\/|video\/(webm|mp4|ogg)|application\/ogg$)/.test(file.type)) {
    return [problem(field, 'sound-not-sound', { name: file.name, type: file.type })]
  }
  if (file.size <= limits.soundBytes) return []
  return [problem(field, 'sound-too-large', { size: file.size, limit: limits.soundBytes })]
}

function utf8Bytes(text: string): number {
  // A UTF-16 unit is at most three bytes: most texts need no encoding to be found short.
  return text.length * 3 <= limits.textBytes ? text.length : new TextEncoder().encode(text).length
}
