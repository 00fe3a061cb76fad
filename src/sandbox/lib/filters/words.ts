import { colourWords } from '../painter/colours'
import { hashText } from '../random'
import * as area from './area'
import * as colour from './colour'
import type { Filter } from './pixels'
import * as place from './place'

/** A filter that a prompt asks for. */
export interface Step {
  readonly name: string
  readonly filter: Filter
  /** The times of its usual strength. */
  readonly strength: number
}

interface Entry {
  readonly name: string
  readonly filter: Filter
  readonly words: RegExp
}

const entry = (name: string, filter: Filter, words: RegExp): Entry => ({ name, filter, words })

/** The filters and the words that ask for them. Longer phrases stand before those that they contain. */
const entries: readonly Entry[] = [
  entry('threshold', colour.threshold, /\b(thresholds?|stencil|ink)\b|版画|剪影/),
  entry(
    'grayscale',
    colour.grayscale,
    /\b(gr[ae]y(scale)?|black[ -]and[ -]white|b&w|monochrome|desaturated?|colou?rless)\b|灰度|黑白|单色/,
  ),
  entry('invert', colour.invert, /\b(invert(ed)?|negative|x-?ray)\b|反色|反转颜色|负片/),
  entry(
    'sepia',
    colour.sepia,
    /\b(sepia|vintage|antique|old[ -](photo|picture|film))\b|复古|怀旧|老照片/,
  ),
  entry('sketch', area.sketch, /\b(sketch|pencil|drawing|line[ -]?art)\b|素描|铅笔|线稿/),
  entry('edges', area.edges, /\b(edges?|outlines?|contours?|canny)\b|边缘|轮廓/),
  entry('emboss', area.emboss, /\b(emboss(ed)?|relief|statue|stone)\b|浮雕/),
  entry(
    'blur',
    area.blur,
    /\b(blur(red|ry)?|soft(en|er)?|foggy|out of focus|unfocus(ed)?)\b|模糊|柔化/,
  ),
  entry('sharpen', area.sharpen, /\b(sharp(en|er|ened)?|crisp(er)?|clearer)\b|锐化|更清晰/),
  entry(
    'pixelate',
    area.pixelate,
    /\b(pixel(ate|ated|s)?|8[ -]?bit|mosaic|minecraft|lego)\b|像素|马赛克/,
  ),
  entry(
    'posterize',
    colour.posterize,
    /\b(poster(i[sz]ed?)?|cartoon|comic|pop[ -]art|flat colou?rs?)\b|海报|卡通|漫画/,
  ),
  entry('night', colour.night, /\b(night(time)?|midnight|moonlight)\b|夜晚|夜景|黑夜/),
  entry(
    'brighter',
    colour.brighter,
    /\b(bright(er|en)?|lighter|day(time|light)?)\b|更亮|明亮|提亮|变亮|白天/,
  ),
  entry('darker', colour.darker, /\b(dark(er|en)?|dim(mer)?)\b|更暗|变暗|调暗/),
  entry(
    'warmer',
    colour.warmer,
    /\b(warm(er)?|sun(set|rise|ny)|autumn|golden hour)\b|更暖|暖色|日落|日出|秋天|秋日/,
  ),
  entry(
    'colder',
    colour.colder,
    /\b(cold(er)?|cool(er)?|winter|icy|frozen|snow(y)?)\b|更冷|冷色|冬天|冬日|雪/,
  ),
  entry('contrast', colour.contrast, /\b(contrast(y)?|dramatic|harder)\b|对比度|高对比/),
  entry('fade', colour.fade, /\b(fade(d)?|washed[ -]out|matte)\b|褪色/),
  entry('vivid', colour.vivid, /\b(vivid|saturated?|colou?rful|vibrant)\b|鲜艳|鲜明/),
  entry('glow', area.glow, /\b(glow(ing|y)?|dream(y|like)|bloom)\b|发光|梦幻/),
  entry('vignette', area.vignette, /\b(vignett(e|ed|ing))\b|暗角/),
  entry('rotate', place.rotate, /\b(rotate(d)?|turn(ed)? (it )?(right|sideways|90))\b|旋转/),
  entry(
    'flip',
    place.flip,
    /\b(upside[ -]down|flip(ped)? vertical(ly)?|vertical(ly)? flip(ped)?)\b|上下翻转|倒置/,
  ),
  entry('mirror', place.mirror, /\b(mirror(ed)?|flip(ped)?|reverse(d)?)\b|镜像|左右翻转|水平翻转/),
]

const STRONGER = /\b(very|strong(ly)?|heav(y|ily)|extreme(ly)?|much|a lot)\b|非常|很|强烈|极/
const WEAKER =
  /\b(slight(ly)?|a (bit|little)|little|subtl[ey]|light(ly)?|somewhat|gently?)\b|稍微|稍稍|略微|轻微|一点/
/** Characters before a word in which its measure stands, such as `a bit`. */
const BEFORE = 22

/**
 * The filters that the prompt's words name, in the order of the words, without those that the negative prompt names.
 * Words that name none give a mild tint, always the same for the same words; an empty prompt gives nothing.
 */
export function readFilters(prompt: string, negative = ''): readonly Step[] {
  const text = prompt.toLowerCase()
  const unwanted = new Set(found(negative.toLowerCase()).map(({ name }) => name))
  const steps = [...found(text), ...tints(text)]
    .sort((one, other) => one.at - other.at)
    .filter(({ name }) => !unwanted.has(name))
    .map(({ name, filter, at }) => ({ name, filter, strength: measureBefore(text, at) }))
  if (steps.length > 0 || text.trim() === '') return steps
  const hue = (hashText(text.trim()) % 360) / 360
  return [
    { name: `tint of ${Math.round(hue * 360)} degrees`, filter: colour.shiftTo(hue), strength: 1 },
  ]
}

function found(text: string) {
  let rest = text
  return entries.flatMap(({ name, filter, words }) => {
    const match = words.exec(rest)
    if (!match) return []
    // A phrase that was read is not read again as a part of it.
    const blank = ' '.repeat(match[0].length)
    rest = rest.slice(0, match.index) + blank + rest.slice(match.index + match[0].length)
    return [{ name, filter, at: match.index }]
  })
}

/** `a red tint`, `tinted blue`, `make it green`. */
function tints(text: string) {
  if (!/\b(tint(ed)?|tone(d)?|colou?r(ed|ise|ize)?|make|turn|in)\b|色/.test(text)) return []
  const words = [...colourWords, ...chineseColours]
  const named = words
    .map(([word, rgb]) => ({ word, rgb, at: placeOf(text, word) }))
    .filter(({ at, word }) => at >= 0 && !/^gr[ae]y$|^black$|^white$|^gold/.test(word))
  return named.slice(0, 1).map(({ word, rgb, at }) => ({
    name: `${word} tint`,
    filter: colour.tint(rgb),
    at,
  }))
}

const chineseColours = [
  '红色 red',
  '蓝色 blue',
  '绿色 green',
  '紫色 purple',
  '粉色 pink',
  '橙色 orange',
]
  .map((pair) => pair.split(' '))
  .flatMap(([word = '', name = '']) => {
    const rgb = colourWords.get(name)
    return rgb ? [[word, rgb] as const] : []
  })

function placeOf(text: string, word: string): number {
  return /^[a-z]/.test(word) ? text.search(new RegExp(`\\b${word}\\b`)) : text.indexOf(word)
}

function measureBefore(text: string, at: number): number {
  const before =
    text
      .slice(Math.max(0, at - BEFORE), at)
      .split(/[,.;，。；]|\band\b/)
      .at(-1) ?? ''
  if (WEAKER.test(before)) return 0.5
  return STRONGER.test(before) ? 1.7 : 1
}
