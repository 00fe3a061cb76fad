import type { Words } from '@/locales/words'

const en = {
  image: 'Image',
  caption: 'Text',
  others: 'Other texts',
  empty: 'The model gave an empty text.',
}

export default {
  en,
  'zh-CN': {
    image: '图片',
    caption: '文本',
    others: '其他文本',
    empty: '模型返回了空文本。',
  } satisfies Words<typeof en>,
}
