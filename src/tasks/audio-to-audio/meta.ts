import type { TaskMeta } from '@/core/task'

export default {
  id: 'audio-to-audio',
  family: 'audio',
  title: { en: 'Audio to audio', 'zh-CN': '音频到音频' },
  summary: {
    en: 'A sound becomes one or more others: voices separated, noise removed, a voice changed.',
    'zh-CN': '把一段声音变成一段或多段：分离人声、去噪、变声。',
  },
} satisfies TaskMeta
