import { expect, it } from 'vitest'
import { formatOfRequest } from './answer-format'
import type { JsonObject } from './json'
import type { PreparedRequest } from './request'

const request = (value: JsonObject) =>
  ({ dialect: 'wire', body: { kind: 'json', value, files: [] } }) as unknown as PreparedRequest

const grammar = { type: 'regex', value: 'a' }
it.each<[JsonObject, JsonObject | undefined]>([
  [{ response_format: { type: 'json_object' } }, { type: 'json_object' }],
  [{ response_format: { type: 'text' } }, undefined],
  [{ parameters: { grammar } }, grammar],
  [{ grammar }, grammar],
  [{ parameters: { response_format: grammar } }, grammar],
  [{}, undefined],
])('%j asks for %j', (value, format) => {
  expect(formatOfRequest(request(value))).toEqual(format)
})

it('asks for none without a JSON body', () => {
  const empty = { dialect: 'wire', body: { kind: 'none' } } as unknown as PreparedRequest
  expect(formatOfRequest(empty)).toBeUndefined()
  expect(formatOfRequest({ dialect: 'provider' } as unknown as PreparedRequest)).toBeUndefined()
})
