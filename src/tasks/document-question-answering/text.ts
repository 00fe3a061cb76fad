import type { Words } from '@/locales/words'

const en = {
  image: 'Document',
  question: 'Question',
  hint: 'Enter asks. The document stays for the next question.',
  placeholder: 'What is the total?',
  document: 'The document that was sent',
  words: '{count} words with their places',
  noWords:
    'Where the answer stands is not known: no words with places were sent (word_boxes), and the reply holds none.',
  wordOf: 'Word {place}',
  wordsOf: 'Words {from} to {to}',
  page: 'Page {page}',
  boxesOn: 'Show all words',
  removed: 'The words of the other document (word_boxes) were taken out of the parameters.',
  readsNothing:
    'The sandbox does not read text. It finds answers among the words that are sent as word_boxes, which the sample brings along; for a picture of your own, give them in the parameters or use a model.',
}

export default {
  en,
  'zh-CN': {
    image: '文档',
    question: '问题',
    hint: '按回车提问；文档会保留，可继续提问。',
    placeholder: '总计是多少？',
    document: '已发送的文档',
    words: '{count} 个带位置的词',
    noWords: '无法得知答案的位置：没有随请求发送词的位置（word_boxes），回复中也没有。',
    wordOf: '第 {place} 个词',
    wordsOf: '第 {from} 至 {to} 个词',
    page: '第 {page} 页',
    boxesOn: '显示所有词',
    removed: '已从参数中移除上一份文档的词（word_boxes）。',
    readsNothing:
      '沙盒不识别文字，只在随 word_boxes 参数发送的词中寻找答案（示例已附带）。使用自己的图片时，请在参数中给出这些词，或改用模型。',
  } satisfies Words<typeof en>,
}
