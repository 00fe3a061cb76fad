import type { TaskMeta } from '@/core/task'

export default {
  id: 'conversational',
  family: 'text',
  title: { en: 'Chat', 'zh-CN': '对话' },
  summary: {
    en: 'A conversation with a language or vision-language model, streamed as it is written.',
    'zh-CN': '与语言模型或视觉语言模型对话，回复边生成边显示。',
  },
} satisfies TaskMeta
