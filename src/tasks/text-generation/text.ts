import type { Words } from '@/locales/words'

const en = {
  inputs: 'Text to continue',
  useAsInput: 'Use as input',
}

export default {
  en,
  'zh-CN': {
    inputs: '待续写的文本',
    useAsInput: '作为输入',
  } satisfies Words<typeof en>,
}
