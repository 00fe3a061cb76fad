import type { Words } from '@/locales/words'

/** They come with the menu, and not with every page. */
const en = {
  open: 'Use as input of…',
  list: 'Pages that take this picture',
  note: 'The page’s other fields stay; Undo there brings back what it had.',
}

export default {
  en,
  'zh-CN': {
    open: '用作其他任务的输入…',
    list: '可使用这张图片的页面',
    note: '目标页面的其他字段保持不变；在那里点“撤销”可恢复原来的内容。',
  } satisfies Words<typeof en>,
}
