import { describe, expect, it } from 'vitest'
import { evaluate } from './arithmetic'

describe('arithmetic', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 ^ 3 ^ 2', 512],
    ['2 ** 10', 1024],
    ['-2 ^ 2', -4],
    ['2 ^ -1', 0.5],
    ['--3', 3],
    ['7 % 4 - 1', 2],
    ['0.1 + 0.2', 0.3],
    ['1e3 / .5', 2000],
    ['6 × 7 − 2 ÷ 2', 41],
    ['sqrt(16) + abs(-3)', 7],
    ['max(1, 2, min(9, 5))', 5],
    ['round(2.345, 2)', 2.35],
    ['cos(pi)', -1],
    ['LOG(1000)', 3],
    ['log(8, 2)', 3],
    ['e', 2.718281828459],
  ])('%s = %s', (expression, value) => {
    const found = evaluate(expression)
    expect('value' in found ? found.value : found.fault).toBeCloseTo(value, 10)
  })

  it.each([
    ['', 'unfinished', 0],
    ['2 +', 'unfinished', 3],
    ['(1 + 2', 'unfinished', 6],
    ['1 2', 'unexpected', 2],
    ['1 + )', 'unexpected', 4],
    ['alert(1)', 'unknown-name', 0],
    ['constructor', 'unknown-name', 0],
    ['sqrt', 'unfinished', 0],
    ['min()', 'unexpected', 4],
    ['a = 1', 'unknown-name', 0],
    ['1 / 0', 'not-finite', 0],
    ['sqrt(-1)', 'not-finite', 0],
    ['9 ^ 9 ^ 9', 'not-finite', 0],
    ['('.repeat(5000), 'too-deep', 0],
    ['-'.repeat(5000), 'too-deep', 0],
    ['2^'.repeat(5000), 'too-deep', 0],
  ])('%s: %s', (expression, code, at) => {
    expect(evaluate(expression)).toMatchObject({ fault: { code, at } })
  })
})
