import type { TaskMeta } from '@/core/task'

export default {
  id: 'sentence-embeddings',
  family: 'text',
  title: { en: 'Sentence embeddings', 'zh-CN': '句子嵌入' },
  summary: {
    en: 'Each sentence becomes one vector, near those of sentences that mean the like.',
    'zh-CN': '每个句子变成一个向量，意思相近的句子彼此靠近。',
  },
} satisfies TaskMeta
