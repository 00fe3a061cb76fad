import type { TaskMeta } from '@/core/task'

export default {
  id: 'object-detection',
  family: 'vision',
  takesPicture: true,
  title: { en: 'Object detection', 'zh-CN': '目标检测' },
  summary: {
    en: 'Objects in an image are found, named and framed.',
    'zh-CN': '找出图像中的物体，给出名称并画出边框。',
  },
} satisfies TaskMeta
