import type { TaskMeta } from '@/core/task'

export default {
  id: 'custom',
  family: 'custom',
  title: { en: 'Custom request', 'zh-CN': '自定义请求' },
  summary: {
    en: 'Any JSON or file goes to any endpoint; whatever comes back is shown as what it is.',
    'zh-CN': '向任意端点发送任意 JSON 或文件，并按返回内容的类型显示结果。',
  },
} satisfies TaskMeta
