import { describe, expect, test } from 'vitest'
import { fieldFaults, fieldOf, type PageFields } from './field-faults'

const text: PageFields = {
  inputs: ['inputs'],
  parameters: ['temperature', 'max_new_tokens', 'generate_parameters.top_k'],
}

const marks = (body: unknown, page = text) =>
  fieldFaults(body).map(({ path, message }) => [fieldOf(path, page), message])

describe('the field that a service means', () => {
  test.each<[string, unknown, unknown[]]>([
    [
      'FastAPI',
      { detail: [{ type: 'missing', loc: ['body', 'inputs'], msg: 'Field required' }] },
      [['inputs', 'Field required']],
    ],
    [
      'FastAPI, a parameter, and one that the page has not',
      {
        detail: [
          { loc: ['body', 'parameters', 'temperature'], msg: 'must be greater than 0' },
          { loc: ['body', 'loras', 0, 'path'], msg: 'str type expected' },
        ],
      },
      [
        ['param-temperature', 'must be greater than 0'],
        [undefined, 'str type expected'],
      ],
    ],
    [
      'TGI',
      {
        error: 'Input validation error: `temperature` must be strictly positive',
        error_type: 'validation',
      },
      [['param-temperature', 'Input validation error: `temperature` must be strictly positive']],
    ],
    [
      'TGI, two at once',
      { error: '`inputs` tokens + `max_new_tokens` must be <= 4096', error_type: 'validation' },
      [
        ['inputs', '`inputs` tokens + `max_new_tokens` must be <= 4096'],
        ['param-max_new_tokens', '`inputs` tokens + `max_new_tokens` must be <= 4096'],
      ],
    ],
    [
      'hf-inference',
      { error: ['Error in `parameters.temperature`: value is not a valid float'], warnings: [] },
      [['param-temperature', 'value is not a valid float']],
    ],
    [
      'serde',
      'Failed to deserialize the JSON body into the target type: parameters.temperature: invalid type: string "a", expected f32 at line 1 column 60',
      [['param-temperature', 'invalid type: string "a", expected f32 at line 1 column 60']],
    ],
    [
      'serde, missing (recorded)',
      'Failed to deserialize the JSON body into the target type: missing field `inputs` at line 1 column 158',
      [
        [
          'inputs',
          'Failed to deserialize the JSON body into the target type: missing field `inputs` at line 1 column 158',
        ],
      ],
    ],
    [
      'OpenAI (recorded)',
      {
        error: {
          message: 'Invalid request',
          type: 'invalid_request_error',
          param: 'model',
          code: null,
        },
      },
      [['model', 'Invalid request']],
    ],
    [
      'vLLM with pydantic’s words',
      {
        object: 'error',
        message:
          "[{'type': 'float_type', 'loc': ('body', 'temperature'), 'msg': 'Input should be a valid number', 'input': 'a'}]",
        param: null,
      },
      [['param-temperature', 'Input should be a valid number']],
    ],
    [
      'problem+json',
      { errors: [{ pointer: '#/parameters/generate_parameters/top_k', detail: 'too small' }] },
      [['param-generate_parameters.top_k', 'too small']],
    ],
    [
      'replicate (recorded): no field is named',
      { detail: '- x', invalid_fields: [{ field: '', description: 'x' }] },
      [],
    ],
    ['nothing to mark', { error: 'Template error: template not found' }, []],
    ['nothing at all', null, []],
  ])('%s', (_, body, expected) => expect(marks(body)).toEqual(expected))

  test('an input with fields of its own, and a picture', () => {
    const pair: PageFields = { inputs: ['question', 'context'], parameters: ['top_k'] }
    expect(fieldOf(['inputs', 'context'], pair)).toBe('context')
    expect(fieldOf(['body', 'inputs', '0', 'question'], pair)).toBe('question')
    const picture: PageFields = { inputs: ['image', 'candidate_labels'], parameters: [] }
    expect(fieldOf(['inputs'], picture)).toBe('image')
    expect(fieldOf(['parameters', 'candidate_labels'], picture)).toBe('candidate_labels')
    expect(fieldOf(['messages', '0', 'content'], { inputs: ['messages'], parameters: [] })).toBe(
      'messages',
    )
  })

  test('a flood of faults and endless words are cut', () => {
    const detail = Array.from({ length: 500 }, (_, index) => ({
      loc: ['body', `x${index}`],
      msg: 'a'.repeat(5000),
    }))
    const found = fieldFaults({ detail })
    expect(found).toHaveLength(20)
    expect(found[0]?.message.length).toBeLessThan(310)
  })
})
