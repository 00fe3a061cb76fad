import { describe, expect, it } from 'vitest'
import {
  checkParameters,
  fieldText,
  parameterFields,
  parameterLeaves,
  parseFieldText,
  parseJsonText,
  rangeText,
  withParameters,
  withValueAt,
  type ParameterField,
} from './parameters'
import type { Json, JsonObject } from './json'

const schemas = new Map(
  Object.entries(
    import.meta.glob<unknown>('#task-schemas/*/spec/input.json', {
      eager: true,
      import: 'default',
    }),
  ).map(([path, schema]) => [path.split('/').at(-3) ?? '', schema]),
)

const fieldsOf = (task: string) => parameterFields(schemas.get(task))

function leafOf(task: string, name: string): ParameterField {
  const leaf = parameterLeaves(fieldsOf(task)).find((each) => each.path.join('.') === name)
  if (!leaf) throw new Error(`${task} documents no ${name}`)
  return leaf.field
}

describe('parameterFields', () => {
  it('finds the documented schemas', () => {
    expect(schemas.size).toBeGreaterThan(30)
  })

  it.each([
    ['text-classification', 'function_to_apply', 'enum'],
    ['text-classification', 'top_k', 'integer'],
    ['token-classification', 'ignore_labels', 'string-list'],
    ['token-classification', 'aggregation_strategy', 'enum'],
    ['table-question-answering', 'padding', 'enum'],
    ['table-question-answering', 'sequential', 'boolean'],
    ['object-detection', 'threshold', 'number'],
    ['automatic-speech-recognition', 'return_timestamps', 'boolean'],
    ['automatic-speech-recognition', 'generation_parameters.early_stopping', 'enum'],
    ['text-generation', 'stop', 'string-list'],
    ['text-generation', 'grammar', 'json'],
    ['text-generation', 'adapter_id', 'string'],
    ['chat-completion', 'response_format', 'json'],
    ['chat-completion', 'tools', 'json'],
    ['chat-completion', 'tool_choice', 'enum'],
    ['chat-completion', 'stop', 'string-list'],
    ['chat-completion', 'logit_bias', 'number-list'],
    ['chat-completion', 'stream_options.include_usage', 'boolean'],
    ['feature-extraction', 'truncation_direction', 'enum'],
    ['document-question-answering', 'word_boxes', 'json'],
    ['summarization', 'generate_parameters', 'json'],
    ['image-to-image', 'target_size.width', 'integer'],
    ['zero-shot-classification', 'candidate_labels', 'string-list'],
  ])('%s %s is %s', (task, name, kind) => {
    expect(leafOf(task, name).kind).toBe(kind)
  })

  it('leaves only these documented parameters to free JSON', () => {
    const free = [...schemas].flatMap(([task, schema]) =>
      parameterLeaves(parameterFields(schema))
        .filter(({ field }) => field.kind === 'json')
        .map(({ path }) => `${task} ${path.join('.')}`),
    )
    expect(free.sort()).toEqual([
      'chat-completion response_format',
      'chat-completion tools',
      'document-question-answering word_boxes',
      'summarization generate_parameters',
      'text-generation grammar',
      'translation generate_parameters',
    ])
  })

  it.each([
    ['text-generation', 19],
    ['chat-completion', 17],
    ['text-to-speech', 16],
    ['feature-extraction', 4],
    ['sentence-similarity', 0],
  ])('%s has %i of them', (task, count) => {
    expect(parameterLeaves(fieldsOf(task))).toHaveLength(count)
  })

  it('has every member of `parameters` in every schema, by its own name', () => {
    for (const [task, schema] of schemas) {
      for (const field of parameterFields(schema)) {
        expect(field.name, task).not.toBe('')
        expect(field.kind === 'group' ? field.fields?.length : 1, task).toBeGreaterThan(0)
        if (field.kind === 'enum') expect(field.options?.length, task).toBeGreaterThan(1)
      }
    }
  })

  it('gives defaults their type', () => {
    expect(leafOf('text-generation', 'max_new_tokens').default).toBe(1024)
    expect(leafOf('text-generation', 'details').default).toBe(true)
    expect(leafOf('text-generation', 'seed')).not.toHaveProperty('default')
    expect(leafOf('table-question-answering', 'sequential').default).toBe(false)
    expect(leafOf('table-question-answering', 'padding').default).toBe('do_not_pad')
    expect(leafOf('chat-completion', 'tool_choice').default).toBe('auto')
  })

  it('reads options with their words, mixed types and open choices', () => {
    const strategy = leafOf('token-classification', 'aggregation_strategy').options
    expect(strategy?.map(({ value }) => value)).toEqual([
      'none',
      'simple',
      'first',
      'average',
      'max',
    ])
    expect(strategy?.[0]?.description).toBe('Do not aggregate tokens')
    const stopping = leafOf('text-to-speech', 'generation_parameters.early_stopping').options
    expect(stopping?.map(({ value }) => value)).toEqual(['never', true, false])
    expect(leafOf('chat-completion', 'tool_choice').open).toBe(true)
    expect(leafOf('text-classification', 'function_to_apply').open).toBeUndefined()
  })

  it('reads ranges, null and what is required', () => {
    expect(rangeText(leafOf('text-generation', 'top_p'))).toBe('> 0, ≤ 1')
    expect(rangeText(leafOf('text-generation', 'seed'))).toBe('> 0')
    expect(rangeText(leafOf('chat-completion', 'seed'))).toBe('≥ 0')
    expect(rangeText(leafOf('object-detection', 'threshold'))).toBe('')
    expect(leafOf('text-generation', 'seed').nullable).toBe(true)
    expect(leafOf('object-detection', 'threshold').nullable).toBe(false)
    expect(leafOf('image-to-image', 'target_size.height').required).toBe(true)
  })

  it('leaves out hidden names, and gives nothing for no schema', () => {
    const names = parameterFields(schemas.get('zero-shot-classification'), ['candidate_labels'])
    expect(names.map(({ name }) => name)).toEqual(['hypothesis_template', 'multi_label'])
    expect(parameterFields(undefined)).toEqual([])
  })

  it('numbers a child by its path only where its name is taken', () => {
    const ids = (task: string) => parameterLeaves(fieldsOf(task)).map(({ id }) => id)
    expect(ids('automatic-speech-recognition')).toContain('temperature')
    expect(ids('image-to-text')).toContain('max_new_tokens')
    expect(ids('image-to-text')).toContain('generation_parameters.max_new_tokens')
  })

  it('survives references that lead nowhere or round in a circle', () => {
    const fields = parameterFields({
      properties: {
        parameters: { properties: { a: { $ref: '#/$defs/None' }, b: { $ref: '#/$defs/B' } } },
      },
      $defs: { B: { $ref: '#/$defs/B' } },
    })
    expect(fields.map(({ kind }) => kind)).toEqual(['json', 'json'])
  })
})

describe('checkParameters', () => {
  const cases: [task: string, values: JsonObject, problems: string[]][] = [
    ['text-generation', {}, []],
    ['text-generation', { temperature: 0.5, stop: ['\n'], seed: 1 }, []],
    ['text-generation', { temperature: 0 }, ['param-temperature parameter-range']],
    ['text-generation', { top_p: 1.5 }, ['param-top_p parameter-range']],
    ['text-generation', { top_p: 1 }, []],
    ['text-generation', { max_new_tokens: 1.5 }, ['param-max_new_tokens parameter-invalid']],
    ['text-generation', { max_new_tokens: '20' }, ['param-max_new_tokens parameter-invalid']],
    ['text-generation', { stop: 'x' }, ['param-stop parameter-invalid']],
    ['text-generation', { stop: ['a', 'b', 'c', 'd', 'e'] }, ['param-stop parameter-range']],
    ['text-generation', { seed: null, grammar: { type: 'regex', value: 'a' } }, []],
    ['text-generation', { frequency_penalty: -2 }, ['param-frequency_penalty parameter-range']],
    ['text-generation', { seed: 2 ** 60 }, ['param-seed parameter-range']],
    ['text-generation', { not_documented: 'anything', max_time: 3 }, []],
    ['text-classification', { top_k: null }, ['param-top_k parameter-invalid']],
    [
      'text-classification',
      { function_to_apply: 'tanh' },
      ['param-function_to_apply parameter-invalid'],
    ],
    ['chat-completion', { tool_choice: 'required', logit_bias: { '50256': -100 } }, []],
    ['chat-completion', { tool_choice: { function: { name: 'f' } } }, []],
    ['chat-completion', { tool_choice: 'sometimes' }, ['param-tool_choice parameter-invalid']],
    [
      'chat-completion',
      { stream_options: { include_usage: 'yes' } },
      ['param-stream_options.include_usage parameter-invalid'],
    ],
    ['text-to-speech', { generation_parameters: { early_stopping: 'never', top_k: 1 } }, []],
    [
      'text-to-speech',
      { generation_parameters: { top_k: 1.5 } },
      ['param-generation_parameters.top_k parameter-invalid'],
    ],
    [
      'text-to-speech',
      { generation_parameters: 3 },
      ['param-generation_parameters parameter-invalid'],
    ],
    [
      'image-to-image',
      { target_size: { width: 512 } },
      ['param-target_size.height parameter-invalid'],
    ],
    ['image-to-image', {}, []],
  ]
  it.each(cases)('%s %j', (task, values, expected) => {
    const found = checkParameters(fieldsOf(task), values)
    expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(expected)
  })
})

describe('parseFieldText', () => {
  type Expected = Json | { wrong: string } | undefined
  const wrong = (code: string) => ({ wrong: code })
  const cases: [task: string, name: string, text: string, expected: Expected][] = [
    ['text-generation', 'max_new_tokens', '', undefined],
    ['text-generation', 'max_new_tokens', '  ', undefined],
    ['text-generation', 'max_new_tokens', ' 20 ', 20],
    ['text-generation', 'max_new_tokens', '1e3', 1000],
    ['text-generation', 'max_new_tokens', '0', 0],
    ['text-generation', 'max_new_tokens', '-1', wrong('parameter-range')],
    ['text-generation', 'max_new_tokens', '1.5', wrong('parameter-invalid')],
    ['text-generation', 'max_new_tokens', '0x10', wrong('parameter-invalid')],
    ['text-generation', 'max_new_tokens', 'Infinity', wrong('parameter-invalid')],
    ['text-generation', 'max_new_tokens', 'null', null],
    ['text-generation', 'seed', '9007199254740991', 9007199254740991],
    ['text-generation', 'seed', '9007199254740993', wrong('parameter-range')],
    ['text-generation', 'temperature', '.5', 0.5],
    ['text-generation', 'temperature', '0,5', wrong('parameter-invalid')],
    ['object-detection', 'threshold', '0.1', 0.1],
    ['object-detection', 'threshold', '1e-400', wrong('parameter-range')],
    ['object-detection', 'threshold', '1e400', wrong('parameter-range')],
    ['object-detection', 'threshold', 'null', wrong('parameter-invalid')],
    ['text-to-image', 'negative_prompt', ' ', ' '],
    ['text-to-image', 'negative_prompt', '', undefined],
    ['table-question-answering', 'sequential', 'true', true],
    ['table-question-answering', 'sequential', 'yes', wrong('parameter-invalid')],
    ['text-to-speech', 'generation_parameters.early_stopping', 'false', false],
    ['text-to-speech', 'generation_parameters.early_stopping', 'never', 'never'],
    ['chat-completion', 'tool_choice', '{"function": {"name": "f"}}', { function: { name: 'f' } }],
    ['chat-completion', 'tool_choice', 'maybe', wrong('json-invalid')],
    ['text-generation', 'stop', 'a, b\n\\n\\n\n \n', ['a, b', '\n\n', ' ']],
    ['text-generation', 'stop', ' ', [' ']],
    ['text-generation', 'stop', '\n', undefined],
    ['text-generation', 'stop', 'C:\\\\new\\d', ['C:\\new\\d']],
    ['chat-completion', 'logit_bias', '1, -2 .5', [1, -2, 0.5]],
    ['chat-completion', 'logit_bias', '{"1": 2}', { '1': 2 }],
    ['chat-completion', 'logit_bias', '1 x', wrong('parameter-invalid')],
    ['chat-completion', 'tools', '[{"type": "function"}]', [{ type: 'function' }]],
    ['chat-completion', 'tools', '[{]', wrong('json-invalid')],
  ]
  it.each(cases)('%s %s %j', (task, name, text, expected) => {
    const parsed = parseFieldText(leafOf(task, name), text)
    if ('problem' in parsed) expect({ wrong: parsed.problem.code }).toEqual(expected)
    else expect('value' in parsed ? parsed.value : undefined).toEqual(expected)
  })

  it('gives back every value from its text', () => {
    for (const [task, name, , expected] of cases) {
      if (
        expected === undefined ||
        (typeof expected === 'object' && expected !== null && 'wrong' in expected)
      )
        continue
      const field = leafOf(task, name)
      expect(parseFieldText(field, fieldText(field, expected as Json))).toEqual({ value: expected })
    }
  })
})

describe('parseJsonText', () => {
  it.each([
    ['{"a": tru}', 1, 7],
    ['{\n  "a": 1,\n}', 3, 1],
    ['{"a": 1', 1, 8],
    ['[1 2]', 1, 4],
    ['{a: 1}', 1, 2],
    ["{'a': 1}", 1, 2],
    ['{"a" 1}', 1, 6],
    ['[1, "x\n"]', 1, 5],
    ['{} {}', 1, 4],
    ['[}', 1, 2],
    ['{"seed": 9007199254740993}', 1, 10],
  ])('finds the place in %j', (text, line, column) => {
    const parsed = parseJsonText(text)
    expect('error' in parsed ? [parsed.error.line, parsed.error.column] : parsed).toEqual([
      line,
      column,
    ])
  })

  it.each([
    '{}',
    '[]',
    ' [[], {"a": [1, -2.5e3, null, true, "\\u00e9\\n"]}]\n',
    '"12345678901234567890"',
    '0',
  ])('reads %j as JSON does', (text) => {
    expect(parseJsonText(text)).toEqual({ value: JSON.parse(text) as Json })
  })
})

describe('the message of parseJsonText', () => {
  it.each(['{"a": 1,}', '[1 2]', '{"a": 1'])(
    'leaves the place of %j to line and column',
    (text) => {
      const parsed = parseJsonText(text)
      expect('error' in parsed && parsed.error.message).toMatch(/^\w.*\D$/)
      expect('error' in parsed && parsed.error.message).not.toMatch(/position|line|column/)
    },
  )
})

describe('withValueAt', () => {
  it('copies, removes keys and leaves no empty group', () => {
    const before: JsonObject = { a: 1, g: { x: 1 } }
    expect(withValueAt(before, ['a'], 2)).toEqual({ a: 2, g: { x: 1 } })
    expect(withValueAt(before, ['a'], undefined)).toEqual({ g: { x: 1 } })
    expect(withValueAt(before, ['g', 'y'], 2)).toEqual({ a: 1, g: { x: 1, y: 2 } })
    expect(withValueAt(before, ['g', 'x'], undefined)).toEqual({ a: 1 })
    expect(withValueAt({}, ['g', 'x'], 1)).toEqual({ g: { x: 1 } })
    expect(before).toEqual({ a: 1, g: { x: 1 } })
  })
})

describe('withParameters', () => {
  it('adds a parameter beside those behind a reference, and changes no schema', () => {
    const generation = schemas.get('text-generation') as Record<string, unknown>
    const before = JSON.stringify(generation)
    const names = (schema: unknown) => parameterFields(schema).map(({ name }) => name)
    const extended = withParameters(generation, { max_time: { type: 'number', maximum: 120 } })
    expect(names(extended)).toEqual([...names(generation), 'max_time'])
    expect(parameterFields(extended).find(({ name }) => name === 'max_time')).toMatchObject({
      kind: 'number',
      maximum: 120,
    })
    expect(JSON.stringify(generation)).toBe(before)
  })
})

describe('where a JSON text goes wrong', () => {
  it.each([
    ['{"a": }', 1, 7, '{"a": ‹?›}'],
    ['{"a": 1', 1, 8, '{"a": 1‹?›'],
    ['{\n  "a": 1,\n  b: 2\n}', 3, 3, '  ‹?›b: 2'],
    ['[1, 12345678901234567890]', 1, 5, '12345678901234567890 ≠ 12345678901234567168'],
    ['', 1, 1, '‹?›'],
  ])('%j', (text, line, column, excerpt) => {
    expect(parseJsonText(text)).toMatchObject({ error: { line, column, excerpt } })
  })
})
