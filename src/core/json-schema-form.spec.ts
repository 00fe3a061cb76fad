import { describe, expect, it } from 'vitest'
import type { JsonObject } from './json'
import {
  membersOf,
  renameMember,
  withKeyword,
  withMember,
  withNewMember,
  withoutMember,
  withRequired,
  withType,
} from './json-schema-form'
import { lintSchema } from './json-schema-lint'

const schema: JsonObject = {
  $id: 'kept',
  type: 'object',
  properties: {
    a: { type: 'string', enum: ['x', 'y'], description: 'An a' },
    b: { anyOf: [{ type: 'string' }, { type: 'null' }] },
  },
  required: ['a'],
}

describe('the members of a schema', () => {
  it('are shown as far as a form can', () => {
    expect(membersOf(schema)).toMatchObject([
      { name: 'a', type: 'string', description: 'An a', required: true, choices: ['x', 'y'] },
      { name: 'b', type: undefined, description: '', required: false, choices: undefined },
    ])
    expect(membersOf({ properties: 3 })).toEqual([])
  })

  it('are added with a free name', () => {
    const twice = withNewMember(withNewMember({}))
    expect(twice).toEqual({
      type: 'object',
      properties: { field: { type: 'string' }, field_2: { type: 'string' } },
    })
  })

  it('are renamed in their place, and nothing else is lost', () => {
    const renamed = renameMember(schema, 'a', 'c')
    expect(renamed).toMatchObject({ $id: 'kept', required: ['c'] })
    expect(membersOf(renamed ?? {}).map(({ name }) => name)).toEqual(['c', 'b'])
    expect(renameMember(schema, 'a', 'b')).toBeUndefined()
    expect(renameMember(schema, 'a', ' ')).toBeUndefined()
  })

  it('go with what asks for them', () => {
    expect(withoutMember(schema, 'a')).toEqual({
      $id: 'kept',
      type: 'object',
      properties: { b: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
    })
    expect(withRequired(schema, 'b', true).required).toEqual(['a', 'b'])
    expect(withMember(schema, 'a', {})).toMatchObject({ properties: { a: {} } })
  })

  it('change their type', () => {
    expect(withType({ type: 'integer', minimum: 1 }, 'number')).toEqual({
      type: 'number',
      minimum: 1,
    })
    expect(withType({ type: 'string', enum: ['x'], description: 'd' }, 'array')).toEqual({
      type: 'array',
      description: 'd',
      items: { type: 'string' },
    })
    expect(withKeyword({ type: 'string', description: 'd' }, 'description', '')).toEqual({
      type: 'string',
    })
  })
})

describe('what is wrong in a schema', () => {
  it.each<[JsonObject, string[]]>([
    [schema, []],
    [{}, []],
    [{ type: 'text' }, ['/type']],
    [{ type: ['string', 'nul'] }, ['/type']],
    [{ properties: { a: { type: 'string' } }, required: ['b'] }, ['/required']],
    [{ properties: { a: { items: 3 } } }, ['/properties/a/items']],
    [{ properties: { a: 'string' } }, ['/properties']],
    [{ anyOf: [] }, ['/anyOf']],
    [{ anyOf: [{}, { pattern: '(' }] }, ['/anyOf/1/pattern']],
    [{ minimum: 3, maximum: 1 }, ['/maximum']],
    [{ $ref: '#/$defs/x' }, ['/$ref']],
    [{ $ref: '#/$defs/x', $defs: { x: { minLength: -1 } } }, ['/$defs/x/minLength']],
    [{ items: { $ref: '#' } }, []],
  ])('%j', (given, paths) => {
    expect(lintSchema(given).map(({ path }) => path)).toEqual(paths)
  })
})
