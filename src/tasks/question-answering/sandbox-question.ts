import { hasHan, wordsOf } from '@/sandbox/lib/tokens'

/** What a question asks for. */
export type Wanted = 'person' | 'place' | 'time' | 'number' | 'thing'

export interface Question {
  readonly wanted: Wanted
  /** The words that the answer's sentence should share: rough stems, or pairs of Han characters. */
  readonly terms: ReadonlySet<string>
}

const small = new Set(
  'a an the is are was were be been do does did have has had of to in on at by for with from and or it its this that these those i you he she we they my your his her our their me him them what who whom whose which where when why how many much name also used there as can could would will should'.split(
    ' ',
  ),
)

const asking: readonly (readonly [pattern: RegExp, wanted: Wanted])[] = [
  [
    /\bhow (?:many|much|old|long|tall|far|big|large|high)\b|多少|几(?:个|岁|年|次|人)|多(?:高|长|大|远)/i,
    'number',
  ],
  [/\bwho(?:m|se)?\b|\b(?:my|your|his|her|their) name\b|谁|什么人|叫什么/i, 'person'],
  [
    /\bwhere\b|\bwhich (?:city|country|place)\b|哪里|哪儿|何处|位于|什么地方|哪(?:个|座)(?:城市|国家)/i,
    'place',
  ],
  [
    /\bwhen\b|\bwhat (?:year|date|day|time)\b|\bwhich year\b|什么时候|何时|哪(?:一)?年|几月/i,
    'time',
  ],
]

export function readQuestion(text: string): Question {
  const wanted = asking.find(([pattern]) => pattern.test(text))?.[1] ?? 'thing'
  return {
    wanted,
    terms: termsOf(text.replace(/什么|哪里|哪儿|多少|谁|怎么|为什么|时候|是|的|在|吗|呢/g, ' ')),
  }
}

/** The telling words of a text. */
export function termsOf(text: string): ReadonlySet<string> {
  const terms = new Set<string>()
  const words = wordsOf(text)
  words.forEach(({ text: word, start }, at) => {
    if (hasHan(word)) {
      const next = words[at + 1]
      if (next && hasHan(next.text) && next.start === start + word.length)
        terms.add(word + next.text)
    } else if (!small.has(word.toLowerCase())) terms.add(stem(word))
  })
  return terms
}

/** Rough stems, so that "lives", "living" and "lived" are one word. */
export function stem(word: string): string {
  const lower = word.toLowerCase().replace(/['’]s$/, '')
  return lower.length > 4 ? lower.replace(/(?:ing|ed|es|e|s)$/, '') : lower
}

export const isSmall = (word: string) => small.has(word.toLowerCase())
