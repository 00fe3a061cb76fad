import { shareOf, type Looks } from '@/sandbox/lib/picture/looks'

/** Words that something measured of a picture speaks for or against, as a logit: 0 is undecided. */
interface Cue {
  readonly words: readonly string[]
  readonly logit: (looks: Looks) => number
}

/** Rises from -3 to 3 as `value` goes from `none` to `full`. */
function ramp(value: number, none: number, full: number): number {
  const share = (value - none) / (full - none)
  return 6 * Math.max(0, Math.min(1, share)) - 3
}

const cue = (words: string, logit: Cue['logit']): Cue => ({ words: words.split(' '), logit })

/** A colour's share of the picture; a quarter of it is plenty. */
const colour = (words: string, ...names: readonly string[]) =>
  cue(words, ({ colours }) => ramp(shareOf(colours, ...names), 0.005, 0.2))

/** Things that usually have a colour: a hint, and no more. */
const usually = (words: string, ...names: readonly string[]) =>
  cue(words, ({ colours }) => ramp(shareOf(colours, ...names), 0.02, 0.5) * 0.6)

const warm = ['red', 'orange', 'yellow', 'brown', 'pink']
const cold = ['blue', 'turquoise', 'green', 'purple']
const warmth = ({ colours }: Looks) => shareOf(colours, ...warm) - shareOf(colours, ...cold)

/** Of several words, the ones before go before: `black and white` is not read as black. */
export const cues: readonly Cue[] = [
  cue('black_and_white monochrome greyscale grayscale 黑白 灰度', ({ chroma }) =>
    ramp(chroma, 14, 3),
  ),
  cue('colourful colorful vivid vibrant coloured colored 彩色 鲜艳 缤纷', ({ chroma }) =>
    ramp(chroma, 6, 34),
  ),
  cue('pale muted faded washed 淡 暗淡', ({ chroma }) => ramp(chroma, 38, 8)),
  cue('warm 暖', (looks) => ramp(warmth(looks), -0.35, 0.35)),
  cue('cold cool 冷', (looks) => ramp(warmth(looks), 0.35, -0.35)),
  cue('bright light sunny day daylight 明亮 白天 晴', ({ lightness }) => ramp(lightness, 42, 78)),
  cue('dark night gloomy shadow midnight 黑暗 夜 阴暗', ({ lightness }) => ramp(lightness, 50, 15)),
  cue('contrast 对比', ({ spread }) => ramp(spread, 10, 32)),
  cue('detailed textured busy noisy striped spotted crowded 纹理 细节 复杂', ({ detail }) =>
    ramp(detail, 2, 9),
  ),
  cue('plain smooth empty blank simple minimal 纯色 简单 光滑 空白', ({ detail }) =>
    ramp(detail, 5, 0.5),
  ),
  cue('symmetrical symmetric 对称', ({ asymmetry }) => ramp(asymmetry, 20, 2)),
  cue('wide landscape panorama horizontal 横', ({ shape }) => (shape === 'wide' ? 3 : -3)),
  cue('tall portrait vertical upright 竖', ({ shape }) => (shape === 'tall' ? 3 : -3)),
  cue('square 方形', ({ shape }) => (shape === 'square' ? 3 : -3)),
  cue('several many group collage shapes objects 多个 一组 拼图 图形', ({ things }) =>
    ramp(things.length, 0, 5),
  ),
  cue('single lone 单个', ({ things }) => (things.length === 1 ? 3 : -3)),
  cue('sky 天空', ({ top }) => ramp(shareOf(top, 'blue', 'turquoise'), 0.05, 0.7)),
  colour('red crimson scarlet 红', 'red'),
  colour('orange 橙', 'orange'),
  colour('yellow gold golden 黄 金色', 'yellow'),
  colour('green 绿', 'green'),
  colour('turquoise teal cyan 青', 'turquoise'),
  colour('blue navy 蓝', 'blue'),
  colour('purple violet 紫', 'purple'),
  colour('pink magenta 粉', 'pink'),
  colour('brown tan 棕 褐', 'brown'),
  colour('grey gray silver 灰', 'grey'),
  colour('black 黑', 'dark'),
  colour('white 白', 'light'),
  usually('sea ocean water lake river 海 水 湖 河', 'blue', 'turquoise'),
  usually('grass forest tree trees leaf leaves plant meadow jungle 草 树 森林 叶', 'green'),
  usually('snow snowy ice icy cloud clouds fog 雪 冰 云 雾', 'light'),
  usually('sand desert beach savanna 沙漠 沙滩 草原', 'yellow', 'brown', 'orange'),
  usually('fire sunset flame 火 日落', 'orange', 'red'),
]

/** What the words of a label say of the picture: their mean, or undefined where none of them can be judged. */
export function judge(label: string, looks: Looks): number | undefined {
  let rest = ` ${label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const found: number[] = []
  for (const { words, logit } of cues) {
    for (const word of words) {
      const sought = word.replaceAll('_', ' ')
      const whole = /\p{Script=Han}/u.test(sought) ? sought : ` ${sought} `
      if (!rest.includes(whole)) continue
      rest = rest.replaceAll(whole, ' ')
      found.push(logit(looks))
      break
    }
  }
  if (found.length === 0) return undefined
  return found.reduce((sum, each) => sum + each, 0) / found.length
}
