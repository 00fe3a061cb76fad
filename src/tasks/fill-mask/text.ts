import type { Words } from '@/locales/words'

const en = {
  inputs: 'Text',
  insert: 'Insert',
  maskToken: 'Mask token of the model',
  byModel: 'from the model’s name',
  byText: 'as in the text',
  stray: 'The text has {stray}, but the mask of this model is {mask}.',
  replaceStray: 'Put in {mask}',
  sentence: 'Sentence',
  candidates: 'Candidates',
  mask: 'Mask {number}',
  none: 'The model gave no candidates.',
  hint: 'Point at a candidate to read it in the sentence, click to keep it.',
  tokenId: 'Number of the token in the vocabulary',
}

export default {
  en,
  'zh-CN': {
    inputs: '文本',
    insert: '插入',
    maskToken: '模型的掩码标记',
    byModel: '按模型名称',
    byText: '与文本一致',
    stray: '文本中是 {stray}，而该模型的掩码标记是 {mask}。',
    replaceStray: '换成 {mask}',
    sentence: '句子',
    candidates: '候选词',
    mask: '掩码 {number}',
    none: '模型没有给出候选词。',
    hint: '指向候选词可在句中查看，点击即可选定。',
    tokenId: '该词元在词表中的编号',
  } satisfies Words<typeof en>,
}
