import { encode } from 'fast-png'
import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { toBase64 } from '@/sandbox/lib/base64'
import { choiceAt, numberAt } from '@/sandbox/lib/parameters'
import { decodePicture } from '@/sandbox/lib/picture/decode'
import { segmentPicture, type Segmentation } from '@/sandbox/lib/picture/segments'
import { shrink } from '@/sandbox/lib/picture/shrink'
import { breathe } from '@/sandbox/lib/sleep'
import { partsOf, subtasks, type NamedPart } from './sandbox-parts'

const LONGEST_SIDE = 640
const CLUSTERS = 8
const MOST_MASKS = 40
/** Pictures up to this size get masks of their own size, larger ones masks of the size that was worked at. */
const MOST_PIXELS = 2_000_000
const SHARE = { min: 0, max: 1 }

/** Parts of like colour (k-means over Lab, borders smoothed) as real masks. It knows colours and no things. */
const sandbox: SandboxTask = {
  id: 'image-segmentation',
  media: true,
  async reply({ bytes, parameters, signal }) {
    const subtask = choiceAt(parameters, 'subtask', subtasks) ?? 'panoptic'
    const threshold = numberAt(parameters, 'threshold', SHARE) ?? 0.5
    const maskThreshold = numberAt(parameters, 'mask_threshold', SHARE) ?? 0.5
    const overlap = numberAt(parameters, 'overlap_mask_area_threshold', SHARE) ?? 0.5
    if (!bytes || bytes.data.length === 0) throw new SandboxError('There is no picture', 400)
    const picture = decodePicture(bytes.data)
    await breathe(signal)
    const small = shrink(picture, LONGEST_SIDE)
    await breathe(signal)
    const segmentation = segmentPicture(small, CLUSTERS)
    await breathe(signal)
    const size = picture.width * picture.height <= MOST_PIXELS ? picture : small
    const value: object[] = []
    for (const part of partsOf(segmentation, subtask).slice(0, MOST_MASKS)) {
      if (part.score !== null && part.score < threshold) continue
      const pixels = part.pixels.filter((at) => (segmentation.certainty[at] ?? 0) >= maskThreshold)
      // What is left of a part must be this much of it.
      if (pixels.length === 0 || pixels.length < part.pixels.length * overlap) continue
      value.push(maskOf({ ...part, pixels }, segmentation, size))
      await breathe(signal)
    }
    return { kind: 'json', value }
  },
}

function maskOf(
  { label, score, pixels }: NamedPart,
  { width, height }: Segmentation,
  size: { readonly width: number; readonly height: number },
) {
  const inside = new Uint8Array(width * height)
  for (const pixel of pixels) inside[pixel] = 255
  const data = new Uint8Array(size.width * size.height)
  for (let y = 0; y < size.height; y++) {
    const row = Math.floor(((y + 0.5) * height) / size.height) * width
    for (let x = 0; x < size.width; x++) {
      data[y * size.width + x] = inside[row + Math.floor(((x + 0.5) * width) / size.width)] ?? 0
    }
  }
  const png = encode(
    { width: size.width, height: size.height, channels: 1, data },
    { zlib: { level: 4 } },
  )
  return { label, score, mask: toBase64(png) }
}

export default sandbox
