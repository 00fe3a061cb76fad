import { describe, expect, it } from 'vitest'
import type { JsonObject } from './json'
import { atPointer, expectationOf } from './json-schema'
import { checkAnswer, validate } from './json-schema-check'

const person: JsonObject = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 2 },
    age: { type: 'integer', minimum: 0 },
    role: { enum: ['admin', 'user'] },
    tags: { type: 'array', items: { type: 'string' }, maxItems: 2 },
    'a/b c': { type: 'number' },
    home: { $ref: '#/$defs/place' },
    id: { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^x' }] },
    born: { type: 'string', format: 'date' },
  },
  required: ['name', 'age'],
  additionalProperties: false,
  $defs: {
    place: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
}
const ada = { name: 'Ada', age: 36 }

describe('faults stand where they are', () => {
  const rows: [name: string, value: JsonObject, faults: object[]][] = [
    ['valid', ada, []],
    ['a type', { ...ada, age: 'x' }, [{ path: '/age', keyword: 'type', expected: 'integer' }]],
    ['a missing member', { name: 'Ada' }, [{ path: '', keyword: 'required', expected: 'age' }]],
    ['no such member', { ...ada, zip: 1 }, [{ path: '/zip', keyword: 'false' }]],
    ['a bound', { ...ada, age: -1 }, [{ path: '/age', keyword: 'minimum', expected: 0 }]],
    ['a length', { ...ada, name: 'A' }, [{ path: '/name', keyword: 'minLength', expected: 2 }]],
    [
      'a choice',
      { ...ada, role: 'root' },
      [{ path: '/role', keyword: 'enum', expected: ['admin', 'user'] }],
    ],
    [
      'an item',
      { ...ada, tags: ['a', 1] },
      [{ path: '/tags/1', keyword: 'type', expected: 'string' }],
    ],
    [
      'too many',
      { ...ada, tags: ['a', 'b', 'c'] },
      [{ path: '/tags', keyword: 'maxItems', expected: 2 }],
    ],
    [
      'an odd name',
      { ...ada, 'a/b c': 'x' },
      [{ path: '/a~1b c', keyword: 'type', expected: 'number' }],
    ],
    [
      'behind a reference',
      { ...ada, home: {} },
      [{ path: '/home', keyword: 'required', expected: 'city' }],
    ],
    ['no alternative', { ...ada, id: true }, [{ path: '/id', keyword: 'anyOf' }]],
    [
      'a format',
      { ...ada, born: 'soon' },
      [{ path: '/born', keyword: 'format', expected: 'date' }],
    ],
    [
      'two at once',
      { name: 3, age: 'x' },
      [
        { path: '/name', keyword: 'type', expected: 'string' },
        { path: '/age', keyword: 'type', expected: 'integer' },
      ],
    ],
  ]
  it.each(rows)('%s', (_name, value, faults) => {
    expect(validate(value, person)).toMatchObject(faults)
    expect(validate(value, person)).toHaveLength(faults.length)
  })

  it('leaves the schema as it was', () => {
    const before = JSON.stringify(person)
    validate(ada, person)
    expect(JSON.stringify(person)).toBe(before)
  })
})

describe('an answer', () => {
  const expected = { kind: 'json', schema: person } as const
  it.each([
    ['{"name": "Ada", "age": 36}', { kind: 'json', faults: [], fenced: false }],
    ['```json\n{"name": "Ada", "age": 36}\n```', { kind: 'json', faults: [], fenced: true }],
    ['Sure! {"name"', { kind: 'not-json', cut: false, line: 1, column: 1 }],
    ['{"name": "Ada",\n "age"', { kind: 'not-json', cut: true, value: { name: 'Ada' } }],
    ['', { kind: 'not-json', cut: false }],
    ['[1]', { kind: 'json', faults: [{ path: '', keyword: 'type', expected: 'object' }] }],
  ])('%s', (text, checked) => {
    expect(checkAnswer(text, expected)).toMatchObject(checked)
  })

  it('is what a regular expression says, as a whole', () => {
    const check = (text: string, pattern: string) => checkAnswer(text, { kind: 'regex', pattern })
    expect(check('123', '\\d+|x')).toEqual({ kind: 'regex', matches: true })
    expect(check('a123', '\\d+')).toEqual({ kind: 'regex', matches: false })
    expect(check('1', '(')).toMatchObject({ kind: 'unusable' })
  })

  it('can not be checked by a schema that leads nowhere', () => {
    const schema = { $ref: '#/$defs/none' }
    expect(checkAnswer('{}', { kind: 'json', schema })).toMatchObject({ kind: 'unusable' })
  })
})

it.each([
  [{ type: 'text' }, undefined],
  [undefined, undefined],
  [{ type: 'json_object' }, { kind: 'json', schema: { type: 'object' } }],
  [
    { type: 'json_schema', json_schema: { name: 'x', schema: person } },
    { kind: 'json', schema: person },
  ],
  [{ type: 'json_schema', json_schema: { name: 'x' } }, { kind: 'json' }],
  [
    { type: 'json_schema', value: { name: 'x', schema: person } },
    { kind: 'json', schema: person },
  ],
  [
    { type: 'json', value: person },
    { kind: 'json', schema: person },
  ],
  [
    { type: 'json', value: '{"type": "array"}' },
    { kind: 'json', schema: { type: 'array' } },
  ],
  [{ type: 'json', value: '{' }, { kind: 'json' }],
  [
    { type: 'regex', value: '\\d' },
    { kind: 'regex', pattern: '\\d' },
  ],
])('%j expects %j', (format, expected) => {
  expect(expectationOf(format)).toEqual(expected)
})

it('finds what a pointer leads to', () => {
  expect(atPointer({ 'a/b': [{ c: 1 }] }, '/a~1b/0/c')).toBe(1)
  expect(atPointer({}, '/toString')).toBeUndefined()
})
