import type { TaskMeta } from '@/core/task'

export default {
  id: 'zero-shot-image-classification',
  family: 'vision',
  takesPicture: true,
  title: { en: 'Zero-shot image classification', 'zh-CN': '零样本图像分类' },
  summary: {
    en: 'An image is judged against labels of your own.',
    'zh-CN': '用自定的标签给图像分类。',
  },
} satisfies TaskMeta
