import type { TaskMeta } from '@/core/task'

export default {
  id: 'image-to-text',
  family: 'multimodal',
  takesPicture: true,
  title: { en: 'Image to text', 'zh-CN': '图像转文本' },
  summary: {
    en: 'An image is put into words: a caption, or the text that stands in it.',
    'zh-CN': '把图像转成文字：图像描述，或图中的文字。',
  },
} satisfies TaskMeta
