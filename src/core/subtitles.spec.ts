import { describe, expect, it } from 'vitest'
import type { TimedText } from './results'
import { chunkAt, clockTime, toCues, toSrt, toVtt } from './subtitles'

const chunk = (text: string, start: number | null, end: number | null): TimedText => ({
  text,
  start,
  end,
})

describe('clockTime', () => {
  it.each([
    [0, '00:00.0'],
    [5.04, '00:05.0'],
    [59.96, '01:00.0'],
    [61.25, '01:01.3'],
    [3599.95, '1:00:00.0'],
    [-1, '00:00.0'],
  ])('%f s is %s', (seconds, words) => expect(clockTime(seconds)).toBe(words))
})

describe('toCues', () => {
  it.each<[string, TimedText[], number | undefined, [number, number][]]>([
    ['both ends given', [chunk('a', 0, 1.5)], undefined, [[0, 1.5]]],
    [
      'an open end lasts until the next begins',
      [chunk('a', 0, null), chunk('b', 3, 4)],
      9,
      [
        [0, 3],
        [3, 4],
      ],
    ],
    ['the last open end lasts until the sound ends', [chunk('a', 5, null)], 9, [[5, 9]]],
    [
      'an open end with nothing known lasts two seconds',
      [chunk('a', 5, null)],
      undefined,
      [[5, 7]],
    ],
    [
      'an open start begins where the one before ended',
      [chunk('a', 0, 2), chunk('b', null, 4)],
      undefined,
      [
        [0, 2],
        [2, 4],
      ],
    ],
    ['an end before its start does not run backwards', [chunk('a', 5, 3)], undefined, [[5, 5]]],
    ['a chunk without words is left out', [chunk(' ', 0, 2)], undefined, []],
  ])('%s', (_, chunks, duration, expected) =>
    expect(toCues(chunks, duration).map((cue) => [cue.start, cue.end])).toEqual(expected),
  )
})

it('writes SubRip', () => {
  const srt = toSrt([chunk(' Going along', 0, 2.5), chunk('slushy\n\nroads', 3661.0004, null)])
  expect(srt).toBe(
    '1\n00:00:00,000 --> 00:00:02,500\nGoing along\n\n' +
      '2\n01:01:01,000 --> 01:01:03,000\nslushy\nroads\n',
  )
})

it('writes WebVTT and keeps markup as words', () => {
  expect(toVtt([chunk('a <b> & --> c', 0, 1)])).toBe(
    'WEBVTT\n\n00:00:00.000 --> 00:00:01.000\na &lt;b&gt; &amp; --&gt; c\n',
  )
})

describe('chunkAt', () => {
  const chunks = [chunk('a', 0, 2), chunk('b', 2, null), chunk('c', 5, 6), chunk('d', null, null)]
  it.each([
    [0, 0],
    [1.99, 0],
    [2, 1],
    [4.9, 1],
    [5, 2],
    [7, 1],
  ])('at %f s', (time, index) => expect(chunkAt(chunks, time)).toBe(index))
  it('is -1 before the first and for none', () => {
    expect(chunkAt([chunk('a', 1, 2)], 0)).toBe(-1)
    expect(chunkAt([], 0)).toBe(-1)
  })
})
