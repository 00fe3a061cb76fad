import type { TaskMeta } from '@/core/task'

export default {
  id: 'token-classification',
  family: 'text',
  title: { en: 'Token classification', 'zh-CN': '词元分类' },
  summary: {
    en: 'Names, places and other entities are marked in a text.',
    'zh-CN': '在文本中标出人名、地名等实体。',
  },
} satisfies TaskMeta
