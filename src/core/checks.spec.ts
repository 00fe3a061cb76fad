import { describe, expect, it } from 'vitest'
import { imageProblems, soundProblems, textProblems } from './checks'
import type { MediaFile } from './media'
import { oneLine } from './one-line'

const file = (type: string, size = 10): MediaFile => ({ name: 'f', type, size, blob: new Blob() })

describe('checks', () => {
  it.each([
    ['', ['text-missing']],
    [' \n\t', ['text-missing']],
    ['a', []],
    ['a'.repeat(1_000_000), []],
    ['a'.repeat(1_000_001), ['text-too-long']],
    ['字'.repeat(333_333), []],
    ['字'.repeat(333_334), ['text-too-long']],
  ])('of a text (%#)', (text, codes) => {
    expect(textProblems('inputs', text).map(({ code }) => code)).toEqual(codes)
  })
  it.each([
    [null, ['image-missing']],
    [file('image/png'), []],
    [file('image/png', 20_000_001), ['image-too-large']],
    [file('text/plain'), ['image-not-image']],
  ])('of an image (%#)', (image, codes) => {
    expect(imageProblems('image', image).map(({ code }) => code)).toEqual(codes)
  })
  it.each([
    [null, ['sound-missing']],
    [file('audio/wav'), []],
    [file('video/webm'), []],
    [file('audio/flac', 25_000_001), ['sound-too-large']],
    [file('image/png'), ['sound-not-sound']],
    [file('application/octet-stream'), ['sound-not-sound']],
  ])('of a sound (%#)', (sound, codes) => {
    expect(soundProblems('audio', sound).map(({ code }) => code)).toEqual(codes)
  })
})

describe('oneLine', () => {
  it.each([
    ['a\n  b\tc ', 'a b c'],
    ['x'.repeat(120), 'x'.repeat(120)],
    ['x'.repeat(121), `${'x'.repeat(119)}…`],
    ['😀'.repeat(200), `${'😀'.repeat(119)}…`],
    ['', ''],
  ])('(%#)', (text, line) => {
    expect(oneLine(text)).toBe(line)
  })
})
