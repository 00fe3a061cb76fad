import type { Words } from '@/locales/words'

const en = {
  query: 'Question',
  table: 'Table',
  answer: 'Answer',
  cells: 'Cells',
  aggregator: 'Computed by',
  none: 'No cell answers the question.',
  NONE: 'taken from the cell',
  SUM: 'the sum of the cells',
  COUNT: 'the number of cells',
  AVERAGE: 'the average of the cells',
}

export default {
  en,
  'zh-CN': {
    query: '问题',
    table: '表格',
    answer: '答案',
    cells: '单元格',
    aggregator: '计算方式',
    none: '没有单元格能回答该问题。',
    NONE: '取自单元格',
    SUM: '单元格之和',
    COUNT: '单元格个数',
    AVERAGE: '单元格平均值',
  } satisfies Words<typeof en>,
}
