import type en from '../en/options'
import type { Words } from '../words'

export default {
  waitForModel: '等待模型加载',
  waitForModelHint:
    '发送 x-wait-for-model: true。服务会保留请求直到模型就绪，不返回 503，也不倒计时。',
  freshAnswer: '要求重新计算',
  freshAnswerHint: '发送 x-use-cache: false。服务不会用缓存中的结果作答。',
  endpointHint: '如果服务器只允许部分请求头（CORS），带上这些请求头可能会被拒绝。',
} satisfies Words<typeof en>
