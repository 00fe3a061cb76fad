import type { Words } from '@/locales/words'

const en = {
  inputs: 'Text, with its instruction',
  copy: 'Copy the text',
  useAsInput: 'Use as input',
  empty: 'The model generated no text.',
  others: 'Further texts',
}

export default {
  en,
  'zh-CN': {
    inputs: '文本（含指令）',
    copy: '复制文本',
    useAsInput: '作为输入',
    empty: '模型没有生成文本。',
    others: '其他文本',
  } satisfies Words<typeof en>,
}
