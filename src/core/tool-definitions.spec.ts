import { expect, it } from 'vitest'
import type { JsonObject } from './json'
import { isStrict, strictSchema } from './json-schema-strict'
import { schemaExamples } from './schema-examples'
import { lintSchema } from './json-schema-lint'
import { isToolName, newTool, readDefinition, toolNames, withDefinition } from './tool-definitions'

const entry = {
  type: 'function',
  extra: 1,
  function: { name: 'f', strict: true, parameters: { type: 'object' } },
}

it('reads functions, and changes a part of one without losing the rest', () => {
  expect(readDefinition(entry)).toEqual({
    name: 'f',
    description: '',
    parameters: { type: 'object' },
  })
  expect(withDefinition(entry, { name: 'g' })).toEqual({
    ...entry,
    function: { ...entry.function, name: 'g' },
  })
  for (const other of [null, 3, {}, { function: {} }, { function: { name: 'f', parameters: 3 } }]) {
    expect(readDefinition(other)).toBeUndefined()
  }
})

it('names a new tool as no other is named', () => {
  const first = newTool([])
  expect(toolNames([first, newTool([first]), first, 3])).toEqual(['my_tool', 'my_tool_2'])
  expect(toolNames('none')).toEqual([])
})

it.each([
  ['get_time', true],
  ['a-b', true],
  ['', false],
  ['two words', false],
  ['天气', false],
  ['x'.repeat(65), false],
])('%j as a name: %s', (name, fits) => {
  expect(isToolName(name)).toBe(fits)
})

it('makes a schema strict, through all of its objects', () => {
  const loose: JsonObject = {
    type: 'object',
    properties: {
      a: { type: 'array', items: { properties: { b: { type: 'string' } } } },
      c: { anyOf: [{ type: 'null' }, { properties: { d: {} } }] },
    },
    required: ['a'],
  }
  expect(isStrict(loose)).toBe(false)
  const strict = strictSchema(loose)
  expect(strict).toMatchObject({
    required: ['a', 'c'],
    additionalProperties: false,
    properties: {
      a: { items: { required: ['b'], additionalProperties: false } },
      c: { anyOf: [{ type: 'null' }, { required: ['d'], additionalProperties: false }] },
    },
  })
  expect(isStrict(strict)).toBe(true)
})

it('begins with schemas that are strict and without faults', () => {
  for (const { schema } of schemaExamples) {
    expect(isStrict(schema)).toBe(true)
    expect(lintSchema(schema)).toEqual([])
  }
})
