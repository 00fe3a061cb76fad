import { colourWords, type Rgb } from './colours'
import { otherNames, things } from './things'

export type Sky = 'day' | 'night' | 'sunset' | 'plain'
export type Ground = 'sea' | 'mountain' | 'grass' | 'snow' | 'desert' | 'city'

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

const skies: Readonly<Record<string, Sky>> = {
  night: 'night',
  dark: 'night',
  midnight: 'night',
  space: 'night',
  starry: 'night',
  galaxy: 'night',
  sunset: 'sunset',
  sunrise: 'sunset',
  dusk: 'sunset',
  dawn: 'sunset',
  evening: 'sunset',
  sky: 'day',
  day: 'day',
  morning: 'day',
  sunny: 'day',
}
const groundWords: Readonly<Record<string, Ground>> = {
  sea: 'sea',
  ocean: 'sea',
  lake: 'sea',
  water: 'sea',
  river: 'sea',
  waves: 'sea',
  mountain: 'mountain',
  hill: 'grass',
  volcano: 'mountain',
  grass: 'grass',
  field: 'grass',
  meadow: 'grass',
  garden: 'grass',
  park: 'grass',
  forest: 'grass',
  snow: 'snow',
  winter: 'snow',
  ice: 'snow',
  desert: 'desert',
  beach: 'desert',
  sand: 'desert',
  dune: 'desert',
  city: 'city',
  skyline: 'city',
  street: 'city',
  town: 'city',
}
const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  few: 3,
  several: 5,
  many: 9,
  some: 4,
}
const acrossWords: Readonly<Record<string, number>> = {
  left: -1,
  right: 1,
  center: 0,
  centre: 0,
  middle: 0,
}
const downWords: Readonly<Record<string, number>> = {
  top: -1,
  above: -1,
  upper: -1,
  bottom: 1,
  below: 1,
  lower: 1,
}
const sizes: Readonly<Record<string, number>> = {
  big: 1.5,
  large: 1.5,
  huge: 2,
  giant: 2,
  small: 0.6,
  tiny: 0.4,
  little: 0.6,
}
const fillers = new Set(
  'the of in on at with and or over under by to for from near behind front style photo picture image painting drawing high resolution'.split(
    ' ',
  ),
)

const chinese: readonly (readonly [RegExp, string])[] = Object.entries({
  红: 'red',
  橙: 'orange',
  黄: 'yellow',
  绿: 'green',
  蓝: 'blue',
  紫: 'purple',
  粉: 'pink',
  黑: 'black',
  白: 'white',
  灰: 'grey',
  棕: 'brown',
  色的: '',
  色: '',
  太阳: 'sun',
  月亮: 'moon',
  星: 'star',
  云: 'cloud',
  鸟: 'bird',
  树: 'tree',
  房子: 'house',
  花: 'flower',
  船: 'boat',
  猫: 'cat',
  鱼: 'fish',
  人: 'person',
  车: 'car',
  圆: 'circle',
  方块: 'square',
  正方形: 'square',
  三角形: 'triangle',
  心: 'heart',
  山: 'mountain',
  海: 'sea',
  湖: 'lake',
  草: 'grass',
  雪: 'snow',
  沙漠: 'desert',
  城市: 'city',
  夜: 'night',
  日落: 'sunset',
  天空: 'sky',
  左: 'left',
  右: 'right',
  一: 'one',
  两: 'two',
  二: 'two',
  三: 'three',
  四: 'four',
  五: 'five',
  大: 'big',
  小: 'small',
  和: ',',
  与: ',',
})
  // Longer words first, so that 三角形 is not taken for 三.
  .sort(([one], [other]) => other.length - one.length)
  .map(([word, english]) => [new RegExp(word, 'g'), ` ${english} `])

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
