import type { Words } from '@/locales/words'

const en = {
  inputs: 'Prompt',
  placeholder: 'A red circle above a blue sea',
}

export default {
  en,
  'zh-CN': {
    inputs: '提示词',
    placeholder: '蓝色大海上方的红色圆形',
  } satisfies Words<typeof en>,
}
