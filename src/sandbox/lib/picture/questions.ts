import { hasHan } from '../tokens'
import { sigmoid } from '../scores'
import type { SmallPicture } from './shrink'
import {
  coloursIn,
  placeWords,
  type Across,
  type ColourShare,
  type Down,
  type Scene,
  type Thing,
} from './scene'
import { chineseWords } from './words-zh'

export interface PictureAnswer {
  readonly answer: string
  /** 0..1 */
  readonly score: number
}

/** The Lab distance at which a region counts as a thing with 63%. */
const CONTRAST_SCALE = 28
const FAINT = 0.02

interface Asked {
  /** In lower case. */
  readonly question: string
  readonly scene: Scene
  readonly small: SmallPicture
}

type Rule = (asked: Asked) => readonly PictureAnswer[] | undefined

/** The first that knows an answer gives it. */
const rules: readonly Rule[] = [orientation, size, count, place, greyness, light, presence, colour]

const CANNOT =
  'I cannot tell: the sandbox sees colours, brightness, regions and sizes, not what things are'

/**
 * Answers from the pixels alone, the likeliest first, in the language of the question. What they can't tell is said in
 * one answer with the score 0.
 */
export function answerPicture(
  question: string,
  scene: Scene,
  small: SmallPicture,
): readonly PictureAnswer[] {
  const asked = { question: question.toLowerCase(), scene, small }
  for (const rule of rules) {
    const answers = rule(asked)
    if (answers) return hasHan(question) ? answers.map(inChinese) : answers
  }
  const answer = { answer: CANNOT, score: 0 }
  return [hasHan(question) ? inChinese(answer) : answer]
}

function orientation({ question, scene }: Asked): readonly PictureAnswer[] | undefined {
  if (
    !/\b(landscape|portrait|orientation|horizontal|vertical|square)\b|横|竖|方形|朝向/.test(
      question,
    )
  )
    return undefined
  const names = { wide: 'landscape', tall: 'portrait', square: 'square' }
  return certain(names[scene.shape])
}

function size({ question, scene: { width, height } }: Asked): readonly PictureAnswer[] | undefined {
  if (colourOf(question)) return undefined
  if (/\bhow wide\b|\bwidth\b|多宽|宽度/.test(question)) return certain(`${width} pixels`)
  if (/\bhow (tall|high)\b|\bheight\b|多高|高度/.test(question)) return certain(`${height} pixels`)
  if (/\bmegapixels?\b|百万像素/.test(question))
    return certain(`${((width * height) / 1e6).toFixed(2)} megapixels`)
  const whole =
    /\b(resolution|dimensions?|pixels|aspect ratio)\b|\b(size|how (large|big)).*\b(picture|image|photo|it)\b|尺寸|分辨率|多大|像素/
  return whole.test(question) ? certain(`${width} × ${height} pixels`) : undefined
}

function count({ question, scene }: Asked): readonly PictureAnswer[] | undefined {
  if (!/\bhow many\b|\bnumber of\b|\bcount\b|几|多少/.test(question)) return undefined
  if (/\b(different )?colou?rs\b|颜色/.test(question)) {
    return certain(`${scene.colours.filter(({ share }) => share >= FAINT).length}`)
  }
  const wanted = colourOf(question)
  const things = scene.things.filter((thing) => !wanted || thing.colour === wanted)
  return numbersOf(things)
}

/** How likely each number of things is, where each is one with the certainty that its contrast gives. */
function numbersOf(things: readonly Thing[]): readonly PictureAnswer[] {
  let chances = [1]
  for (const { contrast } of things) {
    const sure = 1 - Math.exp(-contrast / CONTRAST_SCALE)
    const more = (at: number) => (chances[at - 1] ?? 0) * sure
    chances = [...chances, 0].map((chance, at) => chance * (1 - sure) + more(at))
  }
  return ranked(chances.map((score, number) => ({ answer: `${number}`, score })))
}

function place({ question, scene }: Asked): readonly PictureAnswer[] | undefined {
  if (!/\bwhere\b|\bwhich side\b|哪里|哪儿|在哪|哪边|位置/.test(question)) return undefined
  const wanted = colourOf(question)
  const things = scene.things.filter((thing) => !wanted || thing.colour === wanted)
  // `Where is the cat?` can't be answered; `where is the red one?` can.
  if (!wanted && !/\b(thing|region|object|shape)s?\b|东西|物体|区域/.test(question))
    return undefined
  const places = things.map((thing) => ({ answer: placeWords(thing), score: thing.share }))
  const all = places.reduce((sum, { score }) => sum + score, 0)
  if (all === 0) return [{ answer: 'nowhere', score: 0.9 }]
  return ranked(places.map((each) => ({ ...each, score: each.score / all })))
}

function greyness({ question, scene }: Asked): readonly PictureAnswer[] | undefined {
  if (/\bblack[ -]and[ -]white\b|\bgr[ae]yscale\b|\bmonochrome\b|黑白/.test(question))
    return yesNo(scene.grey ? 0.97 : 0.03)
  if (/\bcolou?rful\b|\bin colou?r\b|彩色/.test(question)) return yesNo(scene.grey ? 0.03 : 0.97)
  return undefined
}

function light({ question, scene }: Asked): readonly PictureAnswer[] | undefined {
  const dark = /\b(dark(ness)?|night|dim)\b|暗|夜|黑夜/.test(question)
  const bright = /\b(bright(ness)?|day(time|light)?|light|sunny)\b|亮|白天/.test(question)
  if ((!dark && !bright) || /\bcolou?r\b|颜色/.test(question)) return undefined
  const share = sigmoid((scene.lightness - 50) / 10)
  if (dark && bright) return ranked(named('bright', share, 'dark'))
  const open = /\bhow\b|\bbrightness\b|多亮|亮度|多暗/.test(question)
  if (open) return certain(`${Math.round(scene.lightness)} of 100`)
  return yesNo(bright ? share : 1 - share)
}

function presence({ question, scene }: Asked): readonly PictureAnswer[] | undefined {
  const wanted = colourOf(question)
  if (!wanted || !/^\s*(is|are|does|do|has|can|any)\b|吗|有没有/.test(question)) return undefined
  const share = scene.colours.find(({ name }) => name === wanted)?.share ?? 0
  return yesNo(share === 0 ? 0.03 : Math.min(0.97, 1 - Math.exp(-share / FAINT)))
}

function colour(asked: Asked): readonly PictureAnswer[] | undefined {
  const { question, scene, small } = asked
  if (!/\bcolou?rs?\b|颜色|什么色/.test(question)) return undefined
  const part = partOf(question)
  if (part) return fromShares(coloursIn(small, part))
  const whole = /\b(picture|image|photo|background|main|dominant|most)\b|图|背景|主要/.test(
    question,
  )
  // The colour of some thing: of those that stand out, since it can't be told which one is meant.
  if (whole || scene.things.length === 0) return fromShares(scene.colours)
  const weights = new Map<string, number>()
  for (const { colour: name, share, contrast } of scene.things)
    weights.set(name, (weights.get(name) ?? 0) + share * contrast)
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  return ranked([...weights].map(([answer, weight]) => ({ answer, score: weight / all })))
}

function partOf(question: string): { across?: Across; down?: Down } | undefined {
  const across: Across | undefined = /\bleft\b|左/.test(question)
    ? 'left'
    : /\bright\b|右/.test(question)
      ? 'right'
      : undefined
  const down: Down | undefined = /\b(top|upper|sky|above)\b|上|天空/.test(question)
    ? 'top'
    : /\b(bottom|lower|ground|floor|below)\b|下|地面/.test(question)
      ? 'bottom'
      : undefined
  if (!across && !down) {
    return /\b(middle|cent(er|re))\b|中间|中央/.test(question)
      ? { across: 'middle', down: 'middle' }
      : undefined
  }
  return { ...(across ? { across } : {}), ...(down ? { down } : {}) }
}

const COLOURS: readonly (readonly [name: string, words: RegExp])[] = [
  ['red', /\bred\b|红/],
  ['orange', /\borange\b|橙/],
  ['yellow', /\b(yellow|gold(en)?)\b|黄/],
  ['green', /\bgreen\b|绿/],
  ['turquoise', /\b(turquoise|teal|cyan)\b|青/],
  ['blue', /\bblue\b|蓝/],
  ['purple', /\b(purple|violet)\b|紫/],
  ['pink', /\b(pink|magenta)\b|粉/],
  ['brown', /\bbrown\b|棕|褐/],
  ['grey', /\bgr[ae]y\b|灰/],
]

function colourOf(question: string): string | undefined {
  return COLOURS.find(([, words]) => words.test(question))?.[0]
}

const certain = (answer: string): readonly PictureAnswer[] => [{ answer, score: 1 }]
const named = (one: string, share: number, other: string) => [
  { answer: one, score: share },
  { answer: other, score: 1 - share },
]
const yesNo = (share: number) => ranked(named('yes', share, 'no'))
const fromShares = (shares: readonly ColourShare[]) =>
  ranked(shares.map(({ name, share }) => ({ answer: name, score: share })))

function ranked(answers: readonly PictureAnswer[]): readonly PictureAnswer[] {
  return [...answers].sort((one, other) => other.score - one.score)
}

function inChinese({ answer, score }: PictureAnswer): PictureAnswer {
  return { answer: answer === CANNOT ? chineseWords.cannot : chineseWords.of(answer), score }
}
