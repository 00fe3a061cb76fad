import type { TaskMeta } from '@/core/task'

export default {
  id: 'image-segmentation',
  family: 'vision',
  takesPicture: true,
  title: { en: 'Image segmentation', 'zh-CN': '图像分割' },
  summary: {
    en: 'An image is divided into named parts, pixel by pixel.',
    'zh-CN': '逐像素地把图像划分成有名称的部分。',
  },
} satisfies TaskMeta
