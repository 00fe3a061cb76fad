import type { Words } from '@/locales/words'

const en = {
  image: 'Image',
}

export default {
  en,
  'zh-CN': {
    image: '图片',
  } satisfies Words<typeof en>,
}
