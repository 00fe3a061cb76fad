import { isObject, isString } from '@/core/json'
import { findArithmetic } from '../talk/arithmetic'
import { stopWords } from '../summary/stop-words'
import { wordsOf } from '../tokens'
import type { OfferedTool } from './read'

/** Words that mean what a tool is for although they are other words, in both languages. */
const kin: readonly (readonly [what: RegExp, asked: RegExp])[] = [
  [/weather|forecast|天气/, /weather|forecast|rain|sunny|temperature|天气|下雨|气温/i],
  [/\btime\b|clock|date|时间/, /\btime\b|clock|\bdate\b|what day|几点|时间|日期|星期/i],
  [/random|dice|随机/, /random|dice|\bdie\b|roll|draw|随机|骰子|抽/i],
  [/calculat|math|arithmetic|evaluate|计算/, /calculat|compute|计算|等于|算一?下/i],
  [/search|look.?up|web|搜索/, /search|look up|find|搜索|查/i],
  [/translat|翻译/, /translat|翻译/i],
  [/mail|邮件/, /mail|邮件/i],
  [/stock|share|price|股/, /stock|share|price|股/i],
]

/** From this on a tool fits a request. */
export const FITS = 2

/** How well a tool fits a request: 2 for a word of its name, 1 for a word of its description or its parameters. */
export function fitOf(tool: OfferedTool, text: string): number {
  const asked = stems(text)
  const name = stems(tool.name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_.-]+/g, ' '))
  const told = stems([tool.description, ...parameterWords(tool.parameters)].join(' '))
  const count = (words: ReadonlySet<string>) => [...words].filter((word) => asked.has(word)).length
  const what = `${[...name].join(' ')} ${tool.name} ${tool.description}`
    .toLowerCase()
    .replaceAll('_', ' ')
  const related = kin.some(([own, question]) => own.test(what) && question.test(text)) ? 2 : 0
  return (
    2 * count(name) + count(told) + related + (computes(tool, what) && findArithmetic(text) ? 3 : 0)
  )
}

function computes({ parameters }: OfferedTool, what: string): boolean {
  const names = isObject(parameters.properties) ? Object.keys(parameters.properties).join(' ') : ''
  return /expression|formula|equation/i.test(names) || /calculat|arithmetic|evaluate/.test(what)
}

function parameterWords({ properties }: Readonly<Record<string, unknown>>): string[] {
  if (!isObject(properties)) return []
  return Object.entries(properties).flatMap(([name, value]) => {
    if (!isObject(value)) return [name]
    const { description, enum: choices } = value
    return [
      name.replaceAll('_', ' '),
      isString(description) ? description : '',
      ...(Array.isArray(choices) ? choices.filter(isString) : []),
    ]
  })
}

const idle = new Set([
  'get',
  'set',
  'current',
  'given',
  'such',
  'unless',
  'number',
  'value',
  'both',
  'tool',
])

/** Words without their endings, so that `calculates` meets `calculator`. */
function stems(text: string): ReadonlySet<string> {
  const words = wordsOf(text.toLowerCase()).map((word) => word.text)
  return new Set(
    words
      .filter((word) => word.length > 2 && !stopWords.has(word) && !idle.has(word))
      .map((word) => word.replace(/(?:ations?|ators?|ating|ates?|ings?|ers?|ors?|ed|es|s|e)$/, ''))
      .filter((word) => word.length > 2),
  )
}
