import type { TaskMeta } from '@/core/task'

export default {
  id: 'text-ranking',
  family: 'text',
  title: { en: 'Text ranking', 'zh-CN': '文本排序' },
  summary: {
    en: 'Texts are put in order by how well they answer a query.',
    'zh-CN': '按与查询的相关程度给多段文本排序。',
  },
} satisfies TaskMeta
