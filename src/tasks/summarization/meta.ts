import type { TaskMeta } from '@/core/task'

export default {
  id: 'summarization',
  family: 'text',
  title: { en: 'Summarization', 'zh-CN': '文本摘要' },
  summary: {
    en: 'A long text becomes a short one that keeps what matters.',
    'zh-CN': '把长文本压缩成保留要点的短文本。',
  },
} satisfies TaskMeta
