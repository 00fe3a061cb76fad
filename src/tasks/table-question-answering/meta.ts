import type { TaskMeta } from '@/core/task'

export default {
  id: 'table-question-answering',
  family: 'tabular',
  title: { en: 'Table question answering', 'zh-CN': '表格问答' },
  summary: {
    en: 'A question about a table is answered, with the cells that the answer comes from.',
    'zh-CN': '根据表格回答问题，并标出答案所在的单元格。',
  },
} satisfies TaskMeta
