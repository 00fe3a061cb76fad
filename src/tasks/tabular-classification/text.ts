import type { Words } from '@/locales/words'

const en = {
  data: 'Rows to classify',
  hint: 'columns named as the model knows them',
  rule: 'Rule of the sandbox: where the last column tells some classes, each other row gets that of the three rows nearest to it; else rows are parted by thirds.',
}

export default {
  en,
  'zh-CN': {
    data: '待分类的行',
    hint: '列名须与模型所用的一致',
    rule: '沙盒规则：若最后一列给出了部分类别，其余各行取最近三行的类别；否则按数值高低三等分。',
  } satisfies Words<typeof en>,
}
