import type { Words } from '@/locales/words'

const en = {
  inputs: 'Text to continue',
  useAsInput: 'Use as input',
  goOn: 'Continue',
  goOnHint: 'Puts the answer behind the text and runs again. Undo brings the text back.',
  view: 'Shown as',
  asText: 'Text',
  asTokens: 'Tokens',
  chosen: 'The chosen sequence',
  other: 'Sequence {n}',
  nothing: 'Nothing was generated.',
  finish: 'Finished by',
  reasons: {
    length: 'the limit of tokens',
    eos_token: 'the end of the text',
    stop_sequence: 'a stop sequence',
    stop: 'the end of the text or a stop sequence',
  },
  generated: 'Generated tokens',
  inputLength: 'Prompt tokens',
  seed: 'Seed',
  model: 'Model',
  mean: 'Mean log probability',
  dialect: 'Request',
  strangers:
    'No part of this dialect, sent as they are: {names}. The server may ignore or refuse them.',
}

export default {
  en,
  'zh-CN': {
    inputs: '待续写的文本',
    useAsInput: '作为输入',
    goOn: '继续',
    goOnHint: '将回答接在文本之后再次运行。撤销可恢复原文本。',
    view: '显示方式',
    asText: '文本',
    asTokens: '词元',
    chosen: '选中的序列',
    other: '序列 {n}',
    nothing: '没有生成任何内容。',
    finish: '结束原因',
    reasons: {
      length: '达到词元上限',
      eos_token: '文本结束',
      stop_sequence: '遇到停止序列',
      stop: '文本结束或遇到停止序列',
    },
    generated: '生成的词元数',
    inputLength: '提示词词元数',
    seed: '随机种子',
    model: '模型',
    mean: '平均对数概率',
    dialect: '请求格式',
    strangers: '该格式中没有以下参数，将原样发送：{names}。服务器可能会忽略或拒绝。',
  } satisfies Words<typeof en>,
}
