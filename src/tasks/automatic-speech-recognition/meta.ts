import type { TaskMeta } from '@/core/task'

export default {
  id: 'automatic-speech-recognition',
  family: 'audio',
  title: { en: 'Speech recognition', 'zh-CN': '语音识别' },
  summary: {
    en: 'Speech in a sound becomes text, with timestamps where the model gives them.',
    'zh-CN': '把语音转写成文字；模型支持时附带时间戳。',
  },
} satisfies TaskMeta
