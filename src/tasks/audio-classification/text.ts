import type { Words } from '@/locales/words'

const en = {
  audio: 'Sound',
}

export default {
  en,
  'zh-CN': {
    audio: '声音',
  } satisfies Words<typeof en>,
}
