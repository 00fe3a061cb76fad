import type { Words } from '@/locales/words'

const en = {
  inputs: 'Text',
  labels: 'Candidate labels',
  labelsHint: 'Enter or comma adds; click a label to change it.',
  scores: 'How to score',
  sumToOne: 'Scores sum to one',
  sumToOneHint: 'the labels compete: one of them fits',
  byItself: 'Each label by itself',
  byItselfHint: 'several can fit, or none',
  noteSum: 'Scores sum to one: the labels compete.',
  noteByItself: 'Each label by itself, from 0% to 100%: several can fit, or none.',
  noteOther: 'The scores of this reply sum to {sum}, not to one.',
  runByItself: 'Run with each label by itself',
  runSumToOne: 'Run with scores that sum to one',
}

export default {
  en,
  'zh-CN': {
    inputs: '文本',
    labels: '候选标签',
    labelsHint: '按 Enter 或逗号添加；点击标签可修改。',
    scores: '打分方式',
    sumToOne: '得分之和为一',
    sumToOneHint: '标签相互竞争，只有一个合适',
    byItself: '各标签单独打分',
    byItselfHint: '可以有多个合适，也可以没有',
    noteSum: '得分之和为一：标签相互竞争。',
    noteByItself: '各标签单独打分，从 0% 到 100%：可以有多个合适，也可以没有。',
    noteOther: '这次回复的得分之和是 {sum}，不是一。',
    runByItself: '改为各标签单独打分并运行',
    runSumToOne: '改为得分之和为一并运行',
  } satisfies Words<typeof en>,
}
