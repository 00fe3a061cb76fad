import type { JsonObject } from './json'
import type { Localized } from './task'

export interface SchemaExample {
  readonly name: string
  readonly title: Localized
  readonly schema: JsonObject
}

const text = (description: string) => ({ type: 'string', description })

function closed(properties: JsonObject): JsonObject {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  }
}

/** Schemas to begin with: flat, with choices, and with a list of objects. Strict services take them as they are. */
export const schemaExamples: readonly SchemaExample[] = [
  {
    name: 'person',
    title: { en: 'Person', 'zh-CN': '人物' },
    schema: closed({
      name: text('Full name'),
      age: { type: 'integer', description: 'In years', minimum: 0 },
      city: text('City where the person lives'),
    }),
  },
  {
    name: 'review',
    title: { en: 'Review', 'zh-CN': '评价' },
    schema: closed({
      summary: text('In one sentence'),
      sentiment: { type: 'string', enum: ['positive', 'neutral', 'negative'] },
      stars: { type: 'integer', minimum: 1, maximum: 5 },
      topics: { type: 'array', items: { type: 'string' } },
    }),
  },
  {
    name: 'math_reasoning',
    title: { en: 'Steps', 'zh-CN': '步骤' },
    schema: closed({
      steps: {
        type: 'array',
        items: closed({ explanation: { type: 'string' }, output: { type: 'string' } }),
      },
      final_answer: { type: 'string' },
    }),
  },
]
