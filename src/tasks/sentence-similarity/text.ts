import type { Words } from '@/locales/words'

const en = {
  source: 'Source sentence',
  sentences: 'Sentences',
  comparedWith: 'Compared with',
  cosine:
    'Similarity is a cosine: 1 for the same meaning, 0 for none in common, below 0 for opposed.',
}

export default {
  en,
  'zh-CN': {
    source: '源句子',
    sentences: '待比较的句子',
    comparedWith: '比较对象：',
    cosine: '相似度为余弦值：1 表示意思相同，0 表示毫无关联，小于 0 表示相反。',
  } satisfies Words<typeof en>,
}
