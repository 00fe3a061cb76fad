import type { Words } from '@/locales/words'

const en = {
  question: 'Question',
  context: 'Context',
  contextHint: 'the answer is a piece of this text',
  answers: 'Answers, likeliest first',
  noAnswer: 'No answer',
  impossible: 'The context does not answer this question, says the model.',
  nothing: 'The model gave no answer at all.',
  unplaced: 'not found in the context',
  inContext: 'In the context',
  place: 'Place in the context: from, to (characters)',
}

export default {
  en,
  'zh-CN': {
    question: '问题',
    context: '上下文',
    contextHint: '答案是这段文本中的一部分',
    answers: '答案，按可能性排列',
    noAnswer: '没有答案',
    impossible: '模型认为上下文没有回答这个问题。',
    nothing: '模型没有给出任何答案。',
    unplaced: '在上下文中找不到',
    inContext: '在上下文中',
    place: '在上下文中的位置：起、止（字符）',
  } satisfies Words<typeof en>,
}
