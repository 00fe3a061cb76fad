import type { TaskMeta } from '@/core/task'

export default {
  id: 'fill-mask',
  family: 'text',
  title: { en: 'Fill mask', 'zh-CN': '掩码填空' },
  summary: {
    en: 'Words that are masked in a text are guessed, each with its candidates and scores.',
    'zh-CN': '猜出文本中被掩盖的词，给出候选词及其得分。',
  },
} satisfies TaskMeta
