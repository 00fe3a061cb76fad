import type { TaskMeta } from '@/core/task'

export default {
  id: 'text-generation',
  family: 'text',
  title: { en: 'Text generation', 'zh-CN': '文本生成' },
  summary: {
    en: 'A model continues your text, word by word.',
    'zh-CN': '模型逐词续写你给出的文本。',
  },
} satisfies TaskMeta
