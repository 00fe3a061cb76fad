import type { Words } from '@/locales/words'

const en = {
  inputs: 'Text',
  placeholder: 'The answer to the universe is 42.',
}

export default {
  en,
  'zh-CN': {
    inputs: '文本',
    placeholder: '床前明月光，疑是地上霜。',
  } satisfies Words<typeof en>,
}
