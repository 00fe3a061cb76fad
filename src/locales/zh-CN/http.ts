import type en from '../en/http'
import type { Words } from '../words'

export default {
  code: '代码',
  language: '代码语言',
  with: '使用 {library}',
  copy: '复制 {language} 代码',
  save: '保存',
  saveNamed: '保存 {name}',
  none: '补全上面缺少的内容后，这里会显示代码。',
  notes: {
    'needs-token': '代码从环境变量 {variable} 读取令牌，请先设置。代码中不会出现令牌本身。',
    install: '需要先运行 {command}',
    'save-file': '请把 {name} 放到运行代码的文件夹中。',
    'save-body': '请求体太长，无法写进命令行：请把 {name} 保存到运行代码的文件夹中。',
    'sandbox-in-page':
      '沙盒在当前页面内运行，其他程序无法访问这个地址。在本机启动 Taskscope 后，即可从终端访问。',
    'provider-resolved-by-client': '客户端库会查找该服务商使用的模型名称，并据此生成请求。',
    'not-resolved': '尚不清楚该服务商的 HTTP 请求：查找它需要联网，有时还需要令牌。',
  },
} satisfies Words<typeof en>
