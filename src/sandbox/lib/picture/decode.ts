import { decode as decodePng } from 'fast-png'
import { decode as decodeJpeg } from 'jpeg-js'
import { limits } from '@/core/limits'
import { SandboxError } from '@/core/sandbox'
import { pictureSize } from '../picture-size'
import { sniffMediaType } from '../sniff'
import { jpegOrientation, storedPlace } from './orientation'

/** A decoded picture as it is displayed, read pixel by pixel. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** Red, green, blue 0..255, transparent parts over white. */
  readonly pixel: (x: number, y: number) => readonly [red: number, green: number, blue: number]
}

/** Decodes PNG and JPEG. Throws SandboxError: 415 for other formats, 413 beyond the limit, 422 for damaged files. */
export function decodePicture(data: Uint8Array): Picture {
  const type = checkPicture(data)
  try {
    return type === 'image/png' ? readPng(data) : readJpeg(data)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'damaged'
    throw new SandboxError(`The picture cannot be decoded: ${reason}`)
  }
}

/** The media type of a picture that can be decoded. Throws SandboxError: 415 for other formats, 413 beyond the limit. */
export function checkPicture(data: Uint8Array): 'image/png' | 'image/jpeg' {
  const type = sniffMediaType(data)
  if (type !== 'image/png' && type !== 'image/jpeg') {
    const given = type ?? 'an unknown format'
    throw new SandboxError(`The sandbox reads PNG and JPEG pictures; this is ${given}`, 415)
  }
  const size = pictureSize(data)
  const pixels = size ? size.width * size.height : 0
  if (pixels > limits.imagePixels) {
    const most = limits.imagePixels / 1e6
    throw new SandboxError(
      `The picture has ${Math.round(pixels / 1e6)} megapixels, at most ${most} are accepted`,
      413,
    )
  }
  return type
}

function readJpeg(data: Uint8Array): Picture {
  const {
    width,
    height,
    data: rgba,
  } = decodeJpeg(data, {
    useTArray: true,
    maxResolutionInMP: limits.imagePixels / 1e6,
    maxMemoryUsageInMB: 1024,
  })
  const orientation = jpegOrientation(data)
  const turned = orientation >= 5
  return {
    width: turned ? height : width,
    height: turned ? width : height,
    pixel: (x, y) => {
      const [storedX, storedY] = storedPlace(x, y, width, height, orientation)
      const at = (storedY * width + storedX) * 4
      return [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0]
    },
  }
}

function readPng(data: Uint8Array): Picture {
  const { width, height, data: samples, depth, channels, palette } = decodePng(data)
  const highest = 2 ** depth - 1
  // Below 8 bits, samples are packed, each row starting on a byte.
  const rowBytes = Math.ceil((width * channels * depth) / 8)
  const sample = (x: number, y: number, channel: number): number => {
    if (depth >= 8) return samples[(y * width + x) * channels + channel] ?? 0
    const bit = x * depth
    const byte = samples[y * rowBytes + (bit >> 3)] ?? 0
    return (byte >> (8 - depth - (bit & 7))) & highest
  }
  return {
    width,
    height,
    pixel: (x, y) => {
      if (palette) {
        const [red = 0, green = 0, blue = 0, alpha = 255] = palette[sample(x, y, 0)] ?? []
        return overWhite(red, green, blue, alpha / 255)
      }
      const to255 = (channel: number) => (sample(x, y, channel) * 255) / highest
      const colours = channels >= 3 ? 3 : 1
      const alpha = channels % 2 === 0 ? sample(x, y, channels - 1) / highest : 1
      const red = to255(0)
      return colours === 1
        ? overWhite(red, red, red, alpha)
        : overWhite(red, to255(1), to255(2), alpha)
    },
  }
}

function overWhite(red: number, green: number, blue: number, alpha: number) {
  const white = 255 * (1 - alpha)
  return [red * alpha + white, green * alpha + white, blue * alpha + white] as const
}
