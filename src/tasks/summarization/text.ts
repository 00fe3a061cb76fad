import type { Words } from '@/locales/words'

const en = {
  inputs: 'Text to summarize',
  source: 'Source',
  sourceText: 'Source, with the sentences that the summary took marked',
  taken: '{taken} of {all} sentences taken',
  takenNone: 'No sentence was taken: the summary has words of its own.',
  takenHint: 'Marked: sentences that share at least half of their word pairs with the summary.',
  summary: 'Summary',
  summaryOf: 'Summary {n}',
  words: '{from} → {to} words',
  shorter: '{percent} shorter',
  longer: '{percent} longer',
  same: 'as long as the source',
  copy: 'Copy the summary',
  showInSource: 'Show in the source',
  empty: 'The summary is empty.',
}

export default {
  en,
  'zh-CN': {
    inputs: '待摘要的文本',
    source: '原文',
    sourceText: '原文，其中摘要采用的句子已标出',
    taken: '采用了 {all} 句中的 {taken} 句',
    takenNone: '没有直接采用原句：摘要用的是自己的话。',
    takenHint: '标出的句子与摘要共有至少一半的相邻词对。',
    summary: '摘要',
    summaryOf: '摘要 {n}',
    words: '{from} → {to} 字词',
    shorter: '缩短 {percent}',
    longer: '变长 {percent}',
    same: '与原文等长',
    copy: '复制摘要',
    showInSource: '在原文中查看',
    empty: '摘要为空。',
  } satisfies Words<typeof en>,
}
