import { isObject, type JsonObject } from './json'
import { expectationOf } from './json-schema'
import type { PreparedRequest } from './request'

/** The format that a request asks its answer in: `response_format` or `grammar`; undefined for free text. */
export function formatOfRequest(request: PreparedRequest): JsonObject | undefined {
  if (request.dialect !== 'wire' || request.body.kind !== 'json') return undefined
  const { value } = request.body
  if (!isObject(value)) return undefined
  const parameters = isObject(value.parameters) ? value.parameters : {}
  const found = [
    value.response_format,
    value.grammar,
    parameters.response_format,
    parameters.grammar,
  ].find((format) => expectationOf(format) !== undefined)
  return isObject(found) ? (found as JsonObject) : undefined
}
