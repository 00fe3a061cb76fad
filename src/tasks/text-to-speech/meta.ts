import type { TaskMeta } from '@/core/task'

export default {
  id: 'text-to-speech',
  family: 'audio',
  title: { en: 'Text to speech', 'zh-CN': '语音合成' },
  summary: {
    en: 'A text is read aloud.',
    'zh-CN': '把文本朗读出来。',
  },
} satisfies TaskMeta
