import type { Words } from '@/locales/words'

const en = {
  image: 'Image',
  labels: 'Candidate labels',
  labelsHint: 'Two or more. Enter or comma adds; click a label to change it.',
}

export default {
  en,
  'zh-CN': {
    image: '图片',
    labels: '候选标签',
    labelsHint: '至少两个。按 Enter 或逗号添加；点击标签可修改。',
  } satisfies Words<typeof en>,
}
