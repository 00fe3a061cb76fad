import { isObject, isString } from '@/core/json'
import type { TalkMessage } from '../talk/messages'
import type { Plan } from '../talk/plan'
import { hasHan } from '../tokens'

/**
 * What is said to the results of tools at the end of a conversation: each with the name of what was called. Undefined
 * where the conversation does not end with one.
 */
export function answerResults(messages: readonly TalkMessage[]): Plan | undefined {
  const asked = messages.findLastIndex(({ role }) => role !== 'tool')
  const results = messages.slice(asked + 1)
  if (results.length === 0) return undefined
  const calls = messages[asked]?.calls ?? []
  const question = messages.findLast(({ role }) => role === 'user')?.text ?? ''
  const chinese = hasHan(question)
  const lines = results.map(({ text, callId }, index) => {
    const name = calls.find(({ id }) => id === callId)?.name ?? calls[index]?.name
    const words = wordsOf(text, chinese)
    if (name === undefined) return words
    return chinese ? `\`${name}\`：${words}` : `\`${name}\`: ${words}`
  })
  const opening: Plan = chinese
    ? [['工具给出的结果：', '结果如下：']]
    : [['This is what the tools say: ', 'The results are in: ']]
  const list =
    lines.length === 1 ? (lines[0] ?? '') : `\n\n${lines.map((line) => `- ${line}`).join('\n')}`
  const rules = chinese
    ? '（我只是一组规则，照样转述。）'
    : '(I am a set of rules, and repeat it as it came.)'
  return [...opening, list, `\n\n${rules}`]
}

/** A result in words: a text as it is, a JSON object by its members. */
function wordsOf(text: string, chinese: boolean): string {
  if (text.trim() === '') return chinese ? '没有内容' : 'nothing'
  const value = read(text)
  if (!isObject(value)) return plain(value)
  const { result, error } = value
  if (error !== undefined) return `${chinese ? '出错了，' : 'it failed, '}${plain(error)}`
  if (result !== undefined && Object.keys(value).length === 1) return plain(result)
  return Object.entries(value)
    .map(([name, member]) => `${name.replaceAll('_', ' ')} ${plain(member)}`)
    .join(chinese ? '，' : ', ')
}

const plain = (value: unknown) => (isString(value) ? value : JSON.stringify(value))

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
