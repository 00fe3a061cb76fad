/** A sentence with its place in the text, in UTF-16 code units, end exclusive, without the spaces around it. */
export interface Sentence {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The segmenter takes quadratic time over a long text: it gets this much at a time. */
const WINDOW = 2_000

/** Ends of what is no sentence: a title, an initial, or `e.g.` */
const ABBREVIATION =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Prof|St|Mt|vs|cf|e\.g|i\.e|bzw|z\.B|\p{Lu})\.\s*$/u

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/**
 * The sentences of a text in any language, in time that grows with its length. Line ends end a sentence. A sentence of
 * more than 2,000 characters is cut.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let open: number | undefined
  for (const [from, to] of segments(text)) {
    const start = open ?? from
    const piece = text.slice(start, to)
    if (to < text.length && to - start < WINDOW && ABBREVIATION.test(piece)) {
      open = start
      continue
    }
    open = undefined
    const trimmed = piece.trim()
    if (trimmed === '') continue
    const first = start + piece.indexOf(trimmed)
    sentences.push({ text: trimmed, start: first, end: first + trimmed.length })
  }
  return sentences
}

/**
 * The words of a text, in lower case and without signs. Each character counts where a script parts no words, as Chinese
 * and Japanese do.
 */
export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? []
}

const UNPARTED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
const LETTERS = `[^\\P{L}${UNPARTED}]\\p{M}*`
const WORD = new RegExp(
  `[${UNPARTED}]|(?:${LETTERS})+(?:['’-](?:${LETTERS})+)*|\\p{N}+(?:[.,]\\p{N}+)*`,
  'gu',
)

function* segments(text: string): Generator<readonly [start: number, end: number]> {
  let start = 0
  while (start < text.length) {
    const window = text.slice(start, start + WINDOW)
    const found = [...segmenter.segment(window)].map(({ index }) => index)
    // The last one may go on behind the window.
    const whole = start + WINDOW >= text.length || found.length < 2
    const ends = whole ? [...found.slice(1), window.length] : found.slice(1)
    let from = start
    for (const end of ends) yield [from, (from = start + end)]
    start = from
  }
}
