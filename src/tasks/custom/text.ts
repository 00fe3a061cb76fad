import type { Words } from '@/locales/words'

const en = {
  body: 'Body',
  json: 'JSON',
  bytes: 'Bytes of a file',
  data: 'Body',
  file: 'File',
  method: 'Method',
  path: 'Path',
  pathHint: 'behind the endpoint’s URL, such as /rerank',
  headers: 'Headers',
  headerName: 'Header name',
  headerValue: 'Value',
  addHeader: 'Add a header',
  removeHeader: 'Remove this header',
  events: '{count} events',
}

export default {
  en,
  'zh-CN': {
    body: '请求体',
    json: 'JSON',
    bytes: '文件字节',
    data: '请求体',
    file: '文件',
    method: '方法',
    path: '路径',
    pathHint: '接在端点地址之后，例如 /rerank',
    headers: '请求头',
    headerName: '请求头名称',
    headerValue: '值',
    addHeader: '添加请求头',
    removeHeader: '移除该请求头',
    events: '{count} 个事件',
  } satisfies Words<typeof en>,
}
