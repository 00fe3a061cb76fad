import type { TaskMeta } from '@/core/task'

export default {
  id: 'translation',
  family: 'text',
  title: { en: 'Translation', 'zh-CN': '翻译' },
  summary: {
    en: 'A text, or several lines, in another language.',
    'zh-CN': '把一段文本或多行文本译成另一种语言。',
  },
} satisfies TaskMeta
