import { scaledSize, type ScaleReply, type ScaleRequest } from '@/core/image-scale'
import { answerWith } from './scope'

answerWith(async (request: ScaleRequest): Promise<{ reply: ScaleReply }> => {
  try {
    return { reply: await scale(request) }
  } catch (error) {
    return { reply: { failed: error instanceof Error ? error.message : String(error) } }
  }
})

/** The browser turns the picture as its EXIF data says: the result has none, and stands upright. */
async function scale({ blob, longest, type, quality }: ScaleRequest): Promise<ScaleReply> {
  const picture = await createImageBitmap(blob, { imageOrientation: 'from-image' })
  const { width, height } = picture
  const size = scaledSize(picture, longest)
  const canvas = new OffscreenCanvas(size.width, size.height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser has no canvas to draw on.')
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, size.width, size.height)
  picture.close()
  return { blob: await canvas.convertToBlob({ type, quality }), width, height }
}
