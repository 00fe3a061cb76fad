import type { EmbedInput } from '@/core/embed-request'
import type { Example } from '@/core/task'

const lines = (...texts: string[]): EmbedInput => ({ inputs: texts.join('\n'), split: 'lines' })

export const examples: readonly Example<EmbedInput>[] = [
  {
    id: 'ice-cream',
    title: { en: 'One text', 'zh-CN': '单段文本' },
    input: {
      inputs: 'Today is a sunny day and I will get some ice cream.',
      split: 'text',
    },
  },
  {
    id: 'india',
    title: { en: 'Tokens of a text', 'zh-CN': '文本的词元' },
    input: {
      inputs: 'India, officially the Republic of India, is a country in South Asia.',
      split: 'text',
    },
    model: 'facebook/bart-base',
  },
  {
    id: 'batch',
    title: { en: 'Several texts at once', 'zh-CN': '一次多段文本' },
    input: lines(
      'That is a happy person',
      'That is a happy dog',
      'That is a very happy person',
      'Today is a sunny day',
      'The weather is lovely today.',
      "It's so sunny outside!",
      'He drove to the stadium.',
    ),
  },
  {
    id: 'query',
    title: { en: 'With a prompt', 'zh-CN': '使用提示词' },
    input: lines('What is the capital of France?', 'Who wrote Hamlet?'),
    parameters: { prompt_name: 'query', normalize: true },
  },
  {
    id: 'chinese',
    title: { en: 'In Chinese', 'zh-CN': '中文' },
    input: lines(
      '那是一个快乐的人',
      '那是一条快乐的狗',
      '那是一个非常幸福的人',
      '今天是晴天',
      '今天天气真好',
    ),
    model: 'BAAI/bge-m3',
  },
]
