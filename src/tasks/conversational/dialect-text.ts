import type { Words } from '@/locales/words'

const en = {
  show: 'Tokens',
  request: 'Request',
  chat: 'OpenAI chat: messages',
  inputs: 'Dedicated endpoint: inputs as messages',
  older: 'Older: past_user_inputs, generated_responses',
}

export default {
  en,
  'zh-CN': {
    show: '词元',
    request: '请求格式',
    chat: 'OpenAI 对话：messages',
    inputs: '专用端点：inputs 为消息列表',
    older: '旧版：past_user_inputs、generated_responses',
  } satisfies Words<typeof en>,
}
