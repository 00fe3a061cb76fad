import type { TaskMeta } from '@/core/task'

export default {
  id: 'document-question-answering',
  family: 'multimodal',
  title: { en: 'Document question answering', 'zh-CN': '文档问答' },
  summary: {
    en: 'Questions about the picture of a document are answered, with the words that the answer stands in.',
    'zh-CN': '针对文档图片回答问题，并标出答案所在的词。',
  },
} satisfies TaskMeta
