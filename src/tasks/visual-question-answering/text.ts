import type { Words } from '@/locales/words'

const en = {
  image: 'Image',
  question: 'Question',
  hint: 'Enter asks. The image stays for the next question.',
  placeholder: 'How many things are there?',
}

export default {
  en,
  'zh-CN': {
    image: '图片',
    question: '问题',
    hint: '按回车提问；图片会保留，可继续提问。',
    placeholder: '图中有几个物体？',
  } satisfies Words<typeof en>,
}
