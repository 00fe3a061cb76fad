import type { TaskMeta } from '@/core/task'

export default {
  id: 'audio-classification',
  family: 'audio',
  title: { en: 'Audio classification', 'zh-CN': '音频分类' },
  summary: {
    en: 'A sound gets labels with scores: emotion, language, command, kind of sound.',
    'zh-CN': '给一段声音打上带分数的标签：情绪、语种、口令、声音类别等。',
  },
} satisfies TaskMeta
