import type { Example } from '@/core/task'
import type { Input } from './input'

const empty = { messages: [], system: '' }

/** The documentation's questions, one with a picture, one with tools. */
export const examples: readonly Example<Input>[] = [
  {
    id: 'capital',
    title: { en: 'The capital of France', 'zh-CN': '法国的首都' },
    input: { ...empty, draft: 'What is the capital of France?' },
    stream: true,
  },
  {
    id: 'deep-learning',
    title: { en: 'What is deep learning?', 'zh-CN': '什么是深度学习？' },
    input: {
      ...empty,
      system: 'You are a helpful assistant. Answer in Markdown, in at most 100 words.',
      draft: 'What is Deep Learning?',
    },
    parameters: { max_tokens: 500, temperature: 0.1 },
    stream: true,
  },
  {
    id: 'picture',
    title: { en: 'About a picture', 'zh-CN': '关于一张图片' },
    input: async (loadSample) => ({
      ...empty,
      draft: 'Describe this image in one sentence.',
      draftImages: [await loadSample('street.png')],
    }),
    model: 'Qwen/Qwen2.5-VL-7B-Instruct',
    stream: true,
  },
  {
    id: 'tools',
    title: { en: 'With a tool', 'zh-CN': '调用工具' },
    input: { ...empty, draft: 'What is the weather like in Paris today?' },
    parameters: {
      tools: [
        {
          type: 'function',
          function: {
            name: 'get_current_weather',
            description: 'Get the current weather',
            parameters: {
              type: 'object',
              properties: { location: { type: 'string', description: 'City and country' } },
              required: ['location'],
            },
          },
        },
      ],
      tool_choice: 'auto',
    },
    stream: true,
  },
  {
    id: 'schema',
    title: { en: 'By a schema', 'zh-CN': '按 Schema 回答' },
    input: {
      ...empty,
      system: 'Extract the title of the paper and a summary of its abstract.',
      draft:
        'Title: Attention Is All You Need\n\nAbstract: We propose a new simple network architecture, the Transformer, based solely on attention mechanisms, dispensing with recurrence and convolutions entirely.',
    },
    parameters: {
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: 'PaperAnalysis',
          schema: {
            type: 'object',
            properties: { title: { type: 'string' }, abstract_summary: { type: 'string' } },
            required: ['title', 'abstract_summary'],
            additionalProperties: false,
          },
          strict: true,
        },
      },
    },
    stream: true,
  },
  {
    id: 'chinese',
    title: { en: 'In Chinese', 'zh-CN': '中文' },
    input: { ...empty, draft: '请用三句话介绍一下西湖。' },
    stream: true,
  },
]
