import type { Words } from '@/locales/words'

const en = {
  data: 'Rows to predict a number for',
  hint: 'columns named as the model knows them',
}

export default {
  en,
  'zh-CN': {
    data: '待预测数值的行',
    hint: '列名须与模型所用的一致',
  } satisfies Words<typeof en>,
}
