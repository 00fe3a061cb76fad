import type en from '../en/http'
import type { Words } from '../words'

export default {
  code: '代码',
  language: '代码语言',
  with: '使用 {library}',
  copy: '复制 {language} 代码',
  library: '使用',
  download: '下载为 {name}',
  showToken: '显示令牌',
  tokenShown:
    '代码中现在含有你的令牌：任何看到的人都能使用它。此选择不会保存，离开此视图后令牌会重新隐藏。',
  notLoaded: '代码未能载入，请检查网络。',
  save: '保存',
  saveNamed: '保存 {name}',
  none: '补全上面缺少的内容后，这里会显示代码。',
  notes: {
    'needs-token': '代码从环境变量 {variable} 读取令牌，请先设置。',
    'replace-token': '请把 ${variable} 换成令牌，这里没有程序会代为填入。',
    'send-raw': '发送命令：{command}',
    unquotable: 'HTTPie 无法原样传递 {name} 的值，该请求头已省略，请改用 curl。',
    install: '需要先运行 {command}',
    'save-file': '请把 {name} 放到运行代码的文件夹中。',
    'save-body': '请求体放在文件中：请把 {name} 保存到运行代码的文件夹中。',
    'sandbox-in-page':
      '沙盒在当前页面内运行，其他程序无法访问这个地址。在本机启动 Taskscope 后，即可从终端访问。',
    'provider-resolved-by-client': '客户端库会查找该服务商使用的模型名称，并据此生成请求。',
    'not-resolved': '尚不清楚该服务商的 HTTP 请求：查找它需要联网，有时还需要令牌。',
  },
} satisfies Words<typeof en>
