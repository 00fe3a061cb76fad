import type { TaskMeta } from '@/core/task'

export default {
  id: 'text-classification',
  family: 'text',
  title: { en: 'Text classification', 'zh-CN': '文本分类' },
  summary: {
    en: 'A text, or a pair of texts, gets labels with scores: sentiment, language, topic.',
    'zh-CN': '给一段文本或一对文本打上带分数的标签：情感、语种、主题等。',
  },
} satisfies TaskMeta
