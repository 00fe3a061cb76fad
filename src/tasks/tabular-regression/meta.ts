import type { TaskMeta } from '@/core/task'

export default {
  id: 'tabular-regression',
  family: 'tabular',
  title: { en: 'Tabular regression', 'zh-CN': '表格回归' },
  summary: {
    en: 'Each row of a table gets a number, predicted from its cells.',
    'zh-CN': '根据单元格的内容，为表格的每一行预测一个数值。',
  },
} satisfies TaskMeta
