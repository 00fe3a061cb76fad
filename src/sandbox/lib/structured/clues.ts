import { findEntities, type Entity } from '../entities/find'
import { findArithmetic } from '../talk/arithmetic'
import { factsOf, type Facts } from '../talk/facts'
import { namedThings } from '../talk/shapes'

/** What a text gives that a field could be filled with. Each clue is used once: the next field gets the next one. */
export interface Clues {
  readonly text: string
  readonly numbers: readonly { readonly value: number; readonly at: number }[]
  readonly quoted: readonly string[]
  readonly places: readonly string[]
  readonly people: readonly string[]
  readonly emails: readonly string[]
  readonly urls: readonly string[]
  readonly dates: readonly string[]
  readonly expression: string | undefined
  readonly things: readonly string[]
  /** The text without the words of asking. */
  readonly topic: string
  readonly facts: Facts
  /** What the rules would say to the text in words. */
  readonly said: string
  readonly used: Set<string>
}

/** Capitalised words that no place is called. */
const NO_PLACE = /^(?:JSON|XML|YAML|CSV|I|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/

const chinesePlaces =
  /北京|上海|广州|深圳|杭州|成都|武汉|西安|南京|重庆|天津|苏州|香港|台北|东京|大阪|首尔|巴黎|伦敦|柏林|纽约|罗马|莫斯科|悉尼|新加坡/g

/** `said` is what else could be answered; `before` are messages that told something of the person. */
export function cluesOf(text: string, said = '', before: readonly string[] = []): Clues {
  const entities = findEntities(text)
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? match[0])
  return {
    text,
    numbers: [...text.matchAll(/(?<![\p{L}\d.])-?\d+(?:,\d{3})*(?:\.\d+)?/gu)].map((match) => ({
      value: Number(match[0].replaceAll(',', '')),
      at: match.index,
    })),
    quoted: all(/[“"「『]([^”"」』]{1,400})[”"」』]/g),
    places: [...new Set([...named(entities, 'LOC', text), ...placesIn(text)])].filter(
      (name) => !NO_PLACE.test(name),
    ),
    people: named(entities, 'PER', text),
    emails: all(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g),
    urls: all(/https?:\/\/[^\s<>"）)]+[^\s<>"）).,;!?]/g),
    dates: all(
      /\b\d{4}-\d\d-\d\d\b|\b(?:today|tomorrow|yesterday)\b|今天|明天|昨天|\d{4}年\d{1,2}月\d{1,2}日/gi,
    ),
    expression: findArithmetic(text)?.expression,
    things: thingsIn(text),
    topic: topicOf(text),
    facts: factsOf([...before, text]),
    said,
    used: new Set(),
  }
}

/** The first of the clues that no field was filled with yet. */
export function take(clues: Clues, kind: string, options: readonly string[]): string | undefined {
  const key = (option: string) => `${kind}:${option}`
  const found = options.find((option) => !clues.used.has(key(option)))
  if (found !== undefined) clues.used.add(key(found))
  return found
}

/** "a puppy, a cat and a raccoon" names three things; else what stands between the commas. */
function thingsIn(text: string): string[] {
  const single = [...text.matchAll(/\b(?:a|an|one) (\p{Ll}{3,20})/gu)].map(
    (match) => match[1] ?? '',
  )
  return single.length > 1 ? single : namedThings(text)
}

function named(entities: readonly Entity[], kind: Entity['kind'], text: string): string[] {
  return entities
    .filter((entity) => entity.kind === kind)
    .map(({ words }) => text.slice(words[0]?.start, words.at(-1)?.end))
}

/** Names behind a preposition, and cities in Chinese. */
function placesIn(text: string): string[] {
  const behind =
    /\b(?:in|at|for|near|to|from|of)\s+((?:\p{Lu}[\p{L}'’-]+)(?:[ -]\p{Lu}[\p{L}'’-]+)*)/gu
  const list = /(?:,|\band\b|\bor\b)\s+((?:\p{Lu}[\p{L}'’-]+)(?:[ -]\p{Lu}[\p{L}'’-]+)*)/gu
  const found = [...text.matchAll(behind)]
  const more = found.length > 0 ? [...text.matchAll(list)] : []
  return [...found, ...more]
    .map((match) => match[1] ?? '')
    .concat(text.match(chinesePlaces) ?? [])
    .concat([...text.matchAll(/\b(?:in|at) the (\p{Ll}{3,20})/gu)].map((match) => match[1] ?? ''))
}

const asking =
  /^(?:please\s+|can you\s+|could you\s+|would you\s+|i want to\s+)*(?:search(?: the web)?(?: for)?|look up|find(?: out)?|google|tell me(?: about)?|show me|give me|describe|extract(?: [\w ]+? from)?|translate|summari[sz]e|write(?: about)?|make|create|generate|what(?: is|'s| are)|who(?: is|'s)|where is|how (?:is|are))\s*:?\s+/i

function topicOf(text: string): string {
  const plain = text.trim().replace(/[.?!。？！\s]+$/u, '')
  const english = plain.replace(asking, '').replace(/^(?:the|an?)\s+/i, '')
  return english
    .replace(/^(?:请|帮我|给我)*(?:搜索|查找|查一下|介绍|描述|翻译|提取)(?:一下)?[:：]?/, '')
    .trim()
}
