import type { TaskMeta } from '@/core/task'

export default {
  id: 'image-to-image',
  family: 'vision',
  takesPicture: true,
  title: { en: 'Image to image', 'zh-CN': '图像转图像' },
  summary: {
    en: 'An image is changed as a prompt says; before and after lie under one slider.',
    'zh-CN': '按提示词修改图像，并用滑块对比前后效果。',
  },
} satisfies TaskMeta
