import type { Words } from '@/locales/words'

const en = {
  inputs: 'Sentences',
}

export default {
  en,
  'zh-CN': {
    inputs: '句子',
  } satisfies Words<typeof en>,
}
