import type { Words } from '@/locales/words'

const en = {
  branches: 'JSON with all branches',
  branchesHint: 'For Taskscope: every branch, pictures, model and parameters',
  openai: 'OpenAI messages',
  openaiHint: 'The shown branch as the JSON list of messages that chat services take',
  markdown: 'Markdown',
  markdownHint: 'The shown branch, to be read',
  file: 'A JSON file',
  pasteLabel: 'Conversation as JSON',
  pasteHint: 'or paste JSON: an exported conversation, or OpenAI messages',
  go: 'Open it',
  'fault.json': 'This is no JSON: {detail}',
  'fault.shape':
    'This is no conversation. Expected is an exported conversation, a list of messages, or an object with "messages".',
  'fault.newer': 'This conversation was exported by a newer version of Taskscope.',
  'fault.empty': 'There is no message in it.',
  'fault.message': 'Message {at} can’t be read.',
  'fault.role': 'Message {at} has the role “{role}”, which is not known.',
  'fault.image':
    'A picture of message {at} can’t be read. Only pictures inside the file (data URLs) are taken; none is fetched.',
  'fault.large': 'This file is too large for a conversation.',
}

export default {
  en,
  'zh-CN': {
    branches: '含所有分支的 JSON',
    branchesHint: '供 Taskscope 使用：所有分支、图片、模型和参数',
    openai: 'OpenAI 消息',
    openaiHint: '当前分支，以聊天服务接受的 JSON 消息列表形式导出',
    markdown: 'Markdown',
    markdownHint: '当前分支，便于阅读',
    file: 'JSON 文件',
    pasteLabel: '对话的 JSON',
    pasteHint: '或粘贴 JSON：导出的对话，或 OpenAI 消息',
    go: '打开',
    'fault.json': '这不是 JSON：{detail}',
    'fault.shape': '这不是对话。应为导出的对话、消息列表，或包含 "messages" 的对象。',
    'fault.newer': '该对话由更新版本的 Taskscope 导出。',
    'fault.empty': '其中没有消息。',
    'fault.message': '无法读取第 {at} 条消息。',
    'fault.role': '第 {at} 条消息的角色“{role}”未知。',
    'fault.image': '无法读取第 {at} 条消息的图片。只接受文件内的图片（data URL），不会从网络获取。',
    'fault.large': '该文件对于一个对话来说太大了。',
  } satisfies Words<typeof en>,
}
