import type { TaskMeta } from '@/core/task'

export default {
  id: 'tabular-classification',
  family: 'tabular',
  title: { en: 'Tabular classification', 'zh-CN': '表格分类' },
  summary: {
    en: 'Each row of a table gets a class, predicted from its cells.',
    'zh-CN': '根据单元格的内容，为表格的每一行预测一个类别。',
  },
} satisfies TaskMeta
