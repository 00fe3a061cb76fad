import { expect, it } from 'vitest'
import { toCsv, toTsv } from './delimited'

const rows = [
  ['label', 'score'],
  ['a "b", c', 0.5],
  ['two\nlines\tx', null],
]

it('writes tab-separated cells that a spreadsheet pastes as one row each', () =>
  expect(toTsv(rows)).toBe('label\tscore\na "b", c\t0.5\ntwo lines x\t'))

it('quotes CSV cells that need it', () =>
  expect(toCsv(rows)).toBe('label,score\n"a ""b"", c",0.5\n"two\nlines\tx",\n'))
