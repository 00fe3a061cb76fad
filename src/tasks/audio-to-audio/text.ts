import type { Words } from '@/locales/words'

const en = {
  audio: 'Sound',
  original: 'What was sent',
}

export default {
  en,
  'zh-CN': {
    audio: '声音',
    original: '发送的原声',
  } satisfies Words<typeof en>,
}
