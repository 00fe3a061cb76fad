import type { TaskMeta } from '@/core/task'

export default {
  id: 'image-classification',
  family: 'vision',
  takesPicture: true,
  title: { en: 'Image classification', 'zh-CN': '图像分类' },
  summary: {
    en: 'An image gets labels, each with a score.',
    'zh-CN': '给图像打上标签，每个标签都有得分。',
  },
} satisfies TaskMeta
