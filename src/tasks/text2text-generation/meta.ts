import type { TaskMeta } from '@/core/task'

export default {
  id: 'text2text-generation',
  family: 'text',
  title: { en: 'Text-to-text generation', 'zh-CN': '文本到文本生成' },
  summary: {
    en: 'A text, often with an instruction, is turned into another text.',
    'zh-CN': '按照文本中的指令，把一段文本变成另一段文本。',
  },
} satisfies TaskMeta
