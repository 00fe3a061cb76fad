import type { TaskMeta } from '@/core/task'

export default {
  id: 'question-answering',
  family: 'text',
  title: { en: 'Question answering', 'zh-CN': '问答' },
  summary: {
    en: 'A question is answered with a piece of the text that you give, marked where it stands.',
    'zh-CN': '从你给出的文本中找出问题的答案，并标出它的位置。',
  },
} satisfies TaskMeta
