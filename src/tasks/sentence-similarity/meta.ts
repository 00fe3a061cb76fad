import type { TaskMeta } from '@/core/task'

export default {
  id: 'sentence-similarity',
  family: 'text',
  title: { en: 'Sentence similarity', 'zh-CN': '句子相似度' },
  summary: {
    en: 'Sentences are ranked by how close they come to a source sentence.',
    'zh-CN': '按与源句子的相似程度给多个句子排序。',
  },
} satisfies TaskMeta
