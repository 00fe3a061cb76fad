import type { Words } from '@/locales/words'

const en = {
  inputs: 'Text',
  textPair: 'Second text',
  textPairHint: 'only for models that compare two texts',
}

export default {
  en,
  'zh-CN': {
    inputs: '文本',
    textPair: '第二段文本',
    textPairHint: '仅用于比较两段文本的模型',
  } satisfies Words<typeof en>,
}
