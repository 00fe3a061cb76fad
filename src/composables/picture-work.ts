import { toRaw } from 'vue'
import {
  SCALE_QUALITY,
  scaledName,
  scaledType,
  type ScaleReply,
  type ScaleRequest,
} from '@/core/image-scale'
import { limits } from '@/core/limits'
import { mediaFile, type MediaFile } from '@/core/media'

/** Originals that are too large to be kept with a draft: known for as long as the page is open. */
const large = new WeakMap<Blob, MediaFile>()

/** What a picture was before it was made smaller; undefined where it was not, or where that is not at hand any more. */
export function originalOf(file: MediaFile): MediaFile | undefined {
  return file.scaled?.original ?? large.get(toRaw(file.blob))
}

/**
 * A picture made smaller, beside the page: upright as its EXIF data says, in its own format where a browser can write it.
 * One that was made smaller before is made anew from its original.
 * @param longest pixels of the longer side
 * Rejects where the browser can't decode the picture.
 */
export async function scaleImage(file: MediaFile, longest: number): Promise<MediaFile> {
  const original = originalOf(file) ?? file
  const type = scaledType(original.type)
  const blob = toRaw(original.blob)
  const reply = await ask({ blob, longest, type, quality: SCALE_QUALITY })
  if ('failed' in reply) throw new Error(reply.failed)
  const name = scaledName(original.name, longest, reply.blob.type)
  const { width, height } = reply
  const sendable = original.size <= limits.imageBytes && width * height <= limits.imagePixels
  if (!sendable) large.set(reply.blob, original)
  return {
    ...mediaFile(reply.blob, name),
    ...(original.source ? { source: original.source } : {}),
    scaled: {
      longest,
      name: original.name,
      size: original.size,
      width,
      height,
      ...(sendable ? { original } : {}),
    },
  }
}

function ask(request: ScaleRequest): Promise<ScaleReply> {
  const worker = new Worker(new URL('../workers/scale-image.ts', import.meta.url), {
    type: 'module',
  })
  return new Promise<ScaleReply>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ScaleReply>) => resolve(data)
    worker.onerror = () => reject(new Error('The picture could not be worked on'))
    worker.postMessage(request)
  }).finally(() => worker.terminate())
}
