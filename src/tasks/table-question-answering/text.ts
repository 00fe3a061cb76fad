import type { Words } from '@/locales/words'

const en = {
  query: 'Question',
  table: 'Table',
  answer: 'Answer',
  cells: 'Cells',
  aggregator: 'Computed',
  none: 'No cell answers the question.',
  noAnswer: 'no answer',
  NONE: 'nothing: the cells are the answer',
  SUM: 'the sum of the cells',
  COUNT: 'the number of cells',
  AVERAGE: 'the average of the cells',
  noNumber: 'none, as no cell shows a number',
  skipped: 'Cells without a number, left out:',
  asked: 'Questions asked',
  again: 'Ask again:',
  olderTable: 'of another table',
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
    noAnswer: '无答案',
    NONE: '无，单元格即为答案',
    SUM: '单元格之和',
    COUNT: '单元格个数',
    AVERAGE: '单元格平均值',
    noNumber: '无结果，单元格中没有数字',
    skipped: '已略去不含数字的单元格：',
    asked: '已提的问题',
    again: '再次提问：',
    olderTable: '针对另一个表格',
  } satisfies Words<typeof en>,
}
