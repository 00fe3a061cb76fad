import type en from '../en/help'
import type { Words } from '../words'

export default {
  report: '复制报告',
  reportCopied: '报告已复制。',
  reportFailed: '浏览器不允许复制。请选中下方文本手动复制。',
  reportShow: '显示报告',
  reportHide: '隐藏报告',
  reportNote: '用于提交问题：包含请求、状态、响应头、回复、版本和时间。不含令牌，但包含您的输入。',
  modelPage: '在模型页面申请访问',
  checkEndpoint: '检查该端点',
  otherProvider: '其他服务商…',
  runWith: '用 {provider} 运行',
  servedBy: '提供 {model} 的服务商：',
  servedByNone: '目前没有服务商提供 {model}。',
  unknownModel: 'Hub 上没有这个名称的模型，或它是私有的。',
  hubSilent: '无法向 Hub 查询由谁提供。',
  asking: '正在查询由谁提供…',
  settings: '打开设置',
} satisfies Words<typeof en>
