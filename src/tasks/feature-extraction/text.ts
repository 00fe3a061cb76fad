import type { Words } from '@/locales/words'

const en = {
  inputs: 'Text',
}

export default {
  en,
  'zh-CN': {
    inputs: '文本',
  } satisfies Words<typeof en>,
}
