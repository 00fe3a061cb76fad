import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { numberAt } from '@/sandbox/lib/parameters'
import { decodePicture, type Picture } from '@/sandbox/lib/picture/decode'
import { colourName } from '@/sandbox/lib/picture/lab'
import { findRegions, type Region } from '@/sandbox/lib/picture/regions'
import { shrink, type SmallPicture } from '@/sandbox/lib/picture/shrink'
import { breathe } from '@/sandbox/lib/sleep'

const LONGEST_SIDE = 160
const MOST_BOXES = 30
const DEFAULT_THRESHOLD = 0.5
/** The Lab distance at which a region counts as found with 63%. */
const CONTRAST_SCALE = 28

/** Regions that stand out from the background by their colour. Boxes are in pixels of the picture as displayed. */
const sandbox: SandboxTask = {
  id: 'object-detection',
  media: true,
  async reply({ bytes, parameters, signal }) {
    const threshold = numberAt(parameters, 'threshold', { min: 0, max: 1 }) ?? DEFAULT_THRESHOLD
    if (!bytes || bytes.data.length === 0) throw new SandboxError('There is no picture', 400)
    const picture = decodePicture(bytes.data)
    await breathe(signal)
    const small = shrink(picture, LONGEST_SIDE)
    await breathe(signal)
    const boxes = findRegions(small)
      .map((region) => boxOf(region, picture, small))
      .filter(({ score }) => score >= threshold)
      .sort((one, other) => other.score - one.score)
    return { kind: 'json', value: boxes.slice(0, MOST_BOXES) }
  },
}

function boxOf(region: Region, picture: Picture, small: SmallPicture) {
  const across = picture.width / small.width
  const down = picture.height / small.height
  return {
    label: `${colourName(region.colour)} region`,
    score: 1 - Math.exp(-region.contrast / CONTRAST_SCALE),
    box: {
      xmin: Math.round(region.xmin * across),
      ymin: Math.round(region.ymin * down),
      xmax: Math.round(region.xmax * across),
      ymax: Math.round(region.ymax * down),
    },
  }
}

export default sandbox
