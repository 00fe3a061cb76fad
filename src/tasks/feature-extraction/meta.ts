import type { TaskMeta } from '@/core/task'

export default {
  id: 'feature-extraction',
  family: 'text',
  title: { en: 'Feature extraction', 'zh-CN': '特征提取' },
  summary: {
    en: 'Texts become vectors: one for each text, or one for each of its tokens.',
    'zh-CN': '把文本变成向量：每段文本一个，或每个词元一个。',
  },
} satisfies TaskMeta
