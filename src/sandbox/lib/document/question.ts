/** What a question is looking for: its key words, and what kind of answer it wants. */
export interface Wanted {
  /** Each key with the words that count as it. */
  readonly keys: readonly (readonly string[])[]
  readonly kind: 'number' | 'date' | 'text'
}

const STOP_WORDS = new Set(
  (
    'a an the is are was were be been what which who whom whose when where how much many of on in at to for from by ' +
    'this that these those it its do does did has have had and or with please tell me give show find there here as ' +
    'document page name called s'
  ).split(' '),
)

/** Words that documents use for one another. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['number', 'no', 'nr', '#', 'num', 'id', '号码', '编号'],
  ['total', 'sum', '总计', '合计', '总额'],
  ['amount', 'total', '金额'],
  ['subtotal', '小计'],
  ['date', 'dated', '日期'],
  ['due', 'deadline', '到期'],
  ['invoice', 'bill', '发票', '账单'],
  ['customer', 'client', 'buyer', 'recipient', '客户'],
  ['price', 'rate', 'unit', '单价', '价格'],
  ['quantity', 'qty', 'count', '数量'],
  ['tax', 'vat', 'gst', '税'],
  ['account', 'iban', '账号', '账户'],
  ['address', '地址'],
  ['phone', 'tel', 'telephone', '电话'],
  ['email', 'mail', 'e-mail', '邮箱'],
]

/** Chinese words for what documents in English say, longest first. */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [/到期日期?|截止日期/g, ' due date '],
  [/发票|账单/g, ' invoice '],
  [/号码|编号|单号/g, ' number '],
  [/日期|何时|什么时候/g, ' date '],
  [/小计/g, ' subtotal '],
  [/总计|合计|总额|总价|总金额/g, ' total '],
  [/金额/g, ' amount '],
  [/单价|价格/g, ' price '],
  [/数量/g, ' quantity '],
  [/增值税|税额?/g, ' vat '],
  [/收票人|付款人|客户/g, ' customer '],
  [/账号|账户/g, ' account '],
  [/地址/g, ' address '],
  [/的|是|多少|什么|哪个|几|谁|吗|呢|？|\?/g, ' '],
]

/** The key words of a question; at most `most` of its words are read. */
export function readQuestion(question: string, most = Infinity): Wanted {
  const asked = question.toLowerCase()
  const english = CHINESE.reduce((text, [chinese, words]) => text.replace(chinese, words), asked)
  const words = (english.match(/\p{L}[\p{L}\p{N}'-]*|\p{N}[\p{L}\p{N}.,/-]*|[#%]/gu) ?? []).slice(
    0,
    most,
  )
  const keys = words.filter((word) => !STOP_WORDS.has(word)).map(meanings)
  const person = /\b(who|whom|bill(ed)?)\b/.test(english) || /customer/.test(english)
  const money = /\bhow much\b|多少钱/.test(asked) && keys.length === 0
  return {
    keys: [
      ...keys,
      ...(person && keys.length < 2 ? [['to', 'customer', 'recipient']] : []),
      ...(money ? [meanings('total')] : []),
      ...(/\bwhen\b/.test(english) && !words.includes('date') ? [meanings('date')] : []),
    ],
    kind: kindOf(english),
  }
}

function kindOf(question: string): Wanted['kind'] {
  if (/\b(when|date|day|year)\b/.test(question)) return 'date'
  const counts =
    /\bhow (much|many)\b|\b(number|total|subtotal|amount|price|sum|cost|quantity|vat|tax)\b/
  return counts.test(question) ? 'number' : 'text'
}

function meanings(word: string): readonly string[] {
  const others = SYNONYMS.filter(([first]) => first === word || baseForm(word) === first).flat()
  return [...new Set([word, baseForm(word), ...others])]
}

/** True where a word of the document says one of the meanings of a key. */
export function says(word: string, key: readonly string[]): boolean {
  const bare = bareWord(word)
  return key.some((meaning) => bare === meaning || baseForm(bare) === meaning)
}

export function bareWord(word: string): string {
  const bare = word.toLowerCase().replace(/^[^\p{L}\p{N}#%]+|[^\p{L}\p{N}#%]+$/gu, '')
  return bare === '' ? word.toLowerCase() : bare
}

function baseForm(word: string): string {
  if (word.length <= 3) return word
  return word
    .replace(/ies$/, 'y')
    .replace(/(?<=[^aeiou]{2})ed$/, '')
    .replace(/(?<!s)s$/, '')
}

/** How well a text is of the kind that is wanted, 0..1. */
export function fitsKind(text: string, kind: Wanted['kind']): number {
  const date =
    /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(
      text,
    )
  if (kind === 'date') return date ? 1 : 0.35
  if (kind === 'number') return /\d/.test(text) ? (date ? 0.7 : 1) : 0.35
  return 0.85
}
