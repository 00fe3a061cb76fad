import { describe, expect, test } from 'vitest'
import {
  isOptionHeader,
  optionHeaders,
  optionsOfHeaders,
  takesOptions,
  toOptions,
  type RequestOptions,
} from './request-options'

const cases: readonly (readonly [RequestOptions, readonly (readonly [string, string])[]])[] = [
  [{}, []],
  [{ waitForModel: false, useCache: true }, []],
  [{ waitForModel: true }, [['x-wait-for-model', 'true']]],
  [{ useCache: false }, [['x-use-cache', 'false']]],
  [
    { waitForModel: true, useCache: false },
    [
      ['x-wait-for-model', 'true'],
      ['x-use-cache', 'false'],
    ],
  ],
]

describe('request options', () => {
  test.each(cases)('%j become headers and come back', (options, headers) => {
    expect(optionHeaders(options)).toEqual(headers)
    expect(optionsOfHeaders(headers)).toEqual(toOptions(options))
    expect(headers.every(([name]) => isOptionHeader(name.toUpperCase()))).toBe(true)
  })

  test('headers are read whatever their case, and other values say nothing', () => {
    expect(optionsOfHeaders([['X-Wait-For-Model', ' True ']])).toEqual({ waitForModel: true })
    expect(optionsOfHeaders([['X-Use-Cache', '0']])).toEqual({ useCache: false })
    expect(optionsOfHeaders([['x-use-cache', 'true']])).toBeUndefined()
    expect(optionsOfHeaders([['x-wait-for-model', 'maybe']])).toBeUndefined()
  })

  test.each([null, 'true', [], { waitForModel: 'true' }, { useCache: null }])(
    'of %j nothing is believed',
    (value) => expect(toOptions(value)).toBeUndefined(),
  )

  test('third-party providers take none', () => {
    expect(takesOptions({ kind: 'sandbox' })).toBe(true)
    expect(takesOptions({ kind: 'endpoint', url: '', auth: 'none' })).toBe(true)
    expect(takesOptions({ kind: 'provider', provider: 'hf-inference', billTo: '' })).toBe(true)
    expect(takesOptions({ kind: 'provider', provider: 'auto', billTo: '' })).toBe(false)
  })
})
