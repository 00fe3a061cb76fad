import { describe, expect, it } from 'vitest'
import { scaledName, scaledSize, scaledType } from './image-scale'

describe('scaledSize', () => {
  it.each([
    [6000, 4000, 1024, 1024, 683],
    [4000, 6000, 1024, 683, 1024],
    [640, 420, 1024, 640, 420],
    [9000, 2, 640, 640, 1],
  ])('%i × %i at %i', (width, height, longest, across, down) => {
    expect(scaledSize({ width, height }, longest)).toEqual({ width: across, height: down })
  })
})

describe('scaledType and scaledName', () => {
  it.each([
    ['photo.jpg', 'image/jpeg', 'photo-1024.jpg'],
    ['photo.JPEG', 'image/jpeg', 'photo-1024.JPEG'],
    ['a.b.png', 'image/png', 'a.b-1024.png'],
    ['scan.tiff', 'image/tiff', 'scan-1024.png'],
    ['page.bmp', 'image/bmp', 'page-1024.png'],
    ['web.webp', 'image/webp', 'web-1024.webp'],
    ['without', 'image/jpeg', 'without-1024.jpg'],
    ['really-a-jpeg.png', 'image/jpeg', 'really-a-jpeg-1024.jpg'],
  ])('%s of %s', (name, type, expected) => {
    expect(scaledName(name, 1024, scaledType(type))).toBe(expected)
  })
})
