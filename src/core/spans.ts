import type { TextSpan } from './results'

/**
 * Gives spans their place in the text: offsets in Unicode code points, as the services count, become UTF-16 code units;
 * missing or impossible ones are found by searching the words in order. What can't be found keeps null offsets.
 */
export function locate(text: string, spans: readonly TextSpan[]): TextSpan[] {
  const unitAt = codePointIndex(text)
  const words = wordFinder(text)
  return spans.map((span) => {
    const given = givenPlace(text, span, unitAt)
    const place = given ?? words.find(span.word)
    if (place) words.passed = place.end
    return { ...span, start: place?.start ?? null, end: place?.end ?? null }
  })
}

/** A piece of the text between two borders of spans, with the indices of the spans that cover it. */
export interface TextRun {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly spans: readonly number[]
}

/** Cuts a text at every border of a span. Runs follow each other without gaps; spans without a place are left out. */
export function layoutSpans(text: string, spans: readonly TextSpan[]): TextRun[] {
  const opens = new Map<number, number[]>()
  const borders = new Set([0, text.length])
  spans.forEach(({ start, end }, index) => {
    if (start === null || end === null || start < 0 || start >= end || end > text.length) return
    const opening = opens.get(start)
    if (opening) opening.push(index)
    else opens.set(start, [index])
    borders.add(start).add(end)
  })
  const sorted = [...borders].sort((a, b) => a - b)
  let active: number[] = []
  return sorted.slice(0, -1).map((start, at) => {
    const end = sorted[at + 1] ?? text.length
    active = [...active, ...(opens.get(start) ?? [])].filter((each) => endOf(spans[each]) > start)
    return { start, end, text: text.slice(start, end), spans: active }
  })
}

interface Place {
  readonly start: number
  readonly end: number
}

function endOf(span: TextSpan | undefined): number {
  return span?.end ?? 0
}

function givenPlace(
  text: string,
  { start, end, word }: TextSpan,
  unitAt: (codePoint: number) => number | undefined,
): Place | undefined {
  if (start === null || end === null || start < 0 || end <= start) return undefined
  const counted = placeOf(unitAt(start), unitAt(end))
  if (counted && sameWord(text.slice(counted.start, counted.end), word)) return counted
  // Servers that are not written in Python may count UTF-16 units.
  return sameWord(text.slice(start, end), word) ? { start, end } : counted
}

function placeOf(start: number | undefined, end: number | undefined): Place | undefined {
  return start === undefined || end === undefined ? undefined : { start, end }
}

function sameWord(piece: string, word: string): boolean {
  return piece === word || fold(piece).text === fold(bareWord(word)).text
}

/** The UTF-16 index at which a code point begins; undefined behind the end of the text. */
function codePointIndex(text: string): (codePoint: number) => number | undefined {
  if (!/[\uD800-\uDBFF]/.test(text)) return (at) => (at <= text.length ? at : undefined)
  const starts = new Uint32Array(text.length + 1)
  let count = 0
  for (let unit = 0; unit < text.length; count++) {
    starts[count] = unit
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
  }
  starts[count] = text.length
  return (at) => (at <= count ? starts[at] : undefined)
}

/** Without the marks of word pieces: `##ing`, `▁Sarah`, `ĠSarah`, `Sarah</w>`. */
function bareWord(word: string): string {
  return word.replace(/^##|^Ġ|▁|<\/w>$/g, '')
}

interface Folded {
  readonly text: string
  /** For each letter of `text`, the UTF-16 index that it came from. */
  readonly from: readonly number[]
}

/** Letters without case, accents and spaces, as uncased tokenizers write them. */
function fold(text: string): Folded {
  const from: number[] = []
  let folded = ''
  let unit = 0
  for (const character of text) {
    const plain = character
      .normalize('NFD')
      .replace(/[\p{M}\s]/gu, '')
      .toLowerCase()
    for (let each = 0; each < plain.length; each++) from.push(unit)
    folded += plain
    unit += character.length
  }
  from.push(unit)
  return { text: folded, from }
}

/** Searches words behind the place that was `passed` (UTF-16 units); from the beginning when there is none there. */
function wordFinder(text: string) {
  let folded: Folded | undefined
  const finder = {
    passed: 0,
    find(word: string): Place | undefined {
      const needle = fold(bareWord(word)).text
      if (needle === '') return undefined
      folded ??= fold(text)
      const whole = !word.startsWith('##')
      const from = firstAtLeast(folded.from, finder.passed)
      const at = search(text, folded, needle, from, whole) ?? search(text, folded, needle, 0, whole)
      return at === undefined ? undefined : placeOfMatch(text, folded, at, needle.length)
    },
  }
  return finder
}

/** The next place where the word stands by itself; failing that, where it is part of another. */
function search(text: string, folded: Folded, needle: string, from: number, whole: boolean) {
  let any: number | undefined
  let at = folded.text.indexOf(needle, from)
  while (at >= 0) {
    any ??= at
    const before = text.charAt((folded.from[at] ?? 0) - 1)
    if (!whole || !/[\p{L}\p{N}]/u.test(before)) return at
    at = folded.text.indexOf(needle, at + 1)
  }
  return any
}

function placeOfMatch(text: string, folded: Folded, at: number, length: number): Place {
  const start = folded.from[at] ?? 0
  const last = folded.from[at + length - 1] ?? start
  let end = last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)
  while (/^\p{M}/u.test(text.slice(end, end + 2))) end++
  return { start, end }
}

/** The index of the first member that is not less than `least`, in an ascending list. */
function firstAtLeast(ascending: readonly number[], least: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}
