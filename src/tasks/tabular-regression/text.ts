import type { Words } from '@/locales/words'

const en = {
  data: 'Rows to predict a number for',
  hint: 'columns named as the model knows them',
  rule: 'Rule of the sandbox: least squares, which predict the last column of numbers from the other columns.',
}

export default {
  en,
  'zh-CN': {
    data: '待预测数值的行',
    hint: '列名须与模型所用的一致',
    rule: '沙盒规则：用最小二乘法，由其他列预测最后一个数值列。',
  } satisfies Words<typeof en>,
}
