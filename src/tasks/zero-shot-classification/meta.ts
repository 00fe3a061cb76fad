import type { TaskMeta } from '@/core/task'

export default {
  id: 'zero-shot-classification',
  family: 'text',
  title: { en: 'Zero-shot classification', 'zh-CN': '零样本分类' },
  summary: {
    en: 'A text is scored against labels of your own, which the model was never trained on.',
    'zh-CN': '用你自己给出的标签为文本打分，模型无需见过这些标签。',
  },
} satisfies TaskMeta
