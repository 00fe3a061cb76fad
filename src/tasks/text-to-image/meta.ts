import type { TaskMeta } from '@/core/task'

export default {
  id: 'text-to-image',
  family: 'vision',
  title: { en: 'Text to image', 'zh-CN': '文本生成图像' },
  summary: {
    en: 'A description becomes an image.',
    'zh-CN': '根据文字描述生成图像。',
  },
} satisfies TaskMeta
