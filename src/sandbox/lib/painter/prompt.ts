import { colourWords, type Rgb } from './colours'
import {
  acrossWords,
  chinese,
  downWords,
  fillers,
  groundWords,
  numbers,
  sizes,
  skies,
  type Ground,
  type Sky,
} from './prompt-words'
import { otherNames, things } from './things'

export interface WantedThing {
  readonly name: string
  readonly count: number
  readonly colour?: Rgb
  /** -1 left or up, 1 right or down, 0 the middle; undefined where the prompt does not say. */
  readonly across?: number
  readonly down?: number
  readonly scale: number
}

/** What a prompt asks for. */
export interface Wanted {
  readonly sky: Sky
  readonly grounds: readonly Ground[]
  readonly things: readonly WantedThing[]
  /** Words that stand for nothing that is known here; they choose colours and patterns. */
  readonly others: readonly string[]
  /** Colours that belong to no thing: they colour the background. */
  readonly colours: readonly Rgb[]
}

const singular = (word: string) =>
  word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/(?<=[^s])s$/, '')

/** The thing, sky or ground that a word stands for, plural or not. */
const known = <Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined =>
  Object.hasOwn(table, word)
    ? table[word]
    : Object.hasOwn(table, singular(word))
      ? table[singular(word)]
      : undefined

export function thingName(word: string): string | undefined {
  const plain = Object.hasOwn(things, word) ? word : singular(word)
  return Object.hasOwn(things, plain) ? plain : known(otherNames, word)
}

/** Words of a prompt, Chinese ones by their English counterparts. */
export function promptWords(prompt: string): string[] {
  const english = chinese.reduce((text, [word, other]) => text.replace(word, other), prompt)
  return english.toLowerCase().match(/[\p{L}]+|\d+|[,.;]/gu) ?? []
}

/** Reads a prompt; what the negative prompt names, colours or things, is left out. */
export function readPrompt(prompt: string, negative: string): Wanted {
  const unwanted = new Set(promptWords(negative).map((word) => thingName(word) ?? singular(word)))
  const clauses = splitClauses(promptWords(prompt))
  const read = clauses.map((clause) => readClause(clause, unwanted))
  const words = clauses.flat()
  const skyWord = words.map((word) => known(skies, word)).filter((sky) => sky !== undefined)
  const grounds = words
    .filter((word) => !unwanted.has(singular(word)))
    .map((word) => known(groundWords, word))
    .filter((ground) => ground !== undefined)
  const scenic =
    grounds.length > 0 || words.some((word) => ['sun', 'cloud', 'bird'].includes(singular(word)))
  const special = skyWord.find((sky) => sky !== 'day')
  return {
    sky: special ?? skyWord[0] ?? (scenic ? 'day' : 'plain'),
    grounds: [...new Set(grounds)],
    things: read.flatMap((clause) => clause.things),
    others: words.filter((word) => word.length > 2 && !isKnown(word)),
    colours: read.flatMap((clause) => clause.colours),
  }
}

const isKnown = (word: string) =>
  thingName(word) !== undefined ||
  colourWords.has(word) ||
  fillers.has(word) ||
  [skies, groundWords, numbers, acrossWords, downWords, sizes].some(
    (table) => known<unknown>(table, word) !== undefined,
  )

function splitClauses(words: readonly string[]): string[][] {
  const clauses: string[][] = [[]]
  for (const word of words) {
    if (/^(?:[,.;]|and|with|next|beside|above|below|under|over)$/.test(word)) clauses.push([])
    else clauses.at(-1)?.push(word)
  }
  return clauses.filter((clause) => clause.length > 0)
}

/** One clause: each thing takes the colour, count and size words before it, all take the clause's places. */
function readClause(words: readonly string[], unwanted: ReadonlySet<string>) {
  const found: WantedThing[] = []
  let count: number | undefined
  let colour: Rgb | undefined
  let scale = 1
  const across = words.map((word) => acrossWords[word]).find((place) => place !== undefined)
  const down = words.map((word) => downWords[word]).find((place) => place !== undefined)
  for (const word of words) {
    const name = thingName(word)
    if (colourWords.has(word) && !unwanted.has(word)) colour = colourWords.get(word)
    else if (Object.hasOwn(numbers, word)) count = numbers[word]
    else if (/^\d+$/.test(word)) count = Math.min(24, Number(word))
    else if (Object.hasOwn(sizes, word)) scale = sizes[word] ?? 1
    else if (name !== undefined) {
      const plural = thingName(singular(word)) === name && singular(word) !== word
      const total = Math.max(count ?? 1, plural ? (count ?? 3) : 1)
      if (!unwanted.has(name))
        found.push({
          name,
          count: total,
          scale,
          ...(colour && { colour }),
          ...(across !== undefined && { across }),
          ...(down !== undefined && { down }),
        })
      count = colour = undefined
      scale = 1
    }
  }
  return { things: found, colours: colour ? [colour] : [] }
}
