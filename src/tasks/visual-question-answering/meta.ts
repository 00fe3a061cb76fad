import type { TaskMeta } from '@/core/task'

export default {
  id: 'visual-question-answering',
  family: 'multimodal',
  takesPicture: true,
  title: { en: 'Visual question answering', 'zh-CN': '视觉问答' },
  summary: {
    en: 'Questions about an image are answered, one after another.',
    'zh-CN': '针对一张图片连续提问并得到回答。',
  },
} satisfies TaskMeta
