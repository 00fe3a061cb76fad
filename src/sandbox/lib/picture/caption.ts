import type { Random } from '../random'
import { placeWords, type Scene, type Thing } from './scene'

const BRIGHT = 72
const DARK = 30
const MOST_THINGS = 3
const NOTABLE_SHARE = 0.12

/**
 * A sentence about a picture's shape, light, colours and regions. `random` chooses between ways to say the same;
 * without it the caption is always the same.
 */
export function captionOf(scene: Scene, random?: Random): string {
  const pick = (...ways: [string, ...string[]]) =>
    ways[Math.floor((random?.() ?? 0) * ways.length)] ?? ways[0]
  const kind = [lightWord(scene), scene.grey ? 'grey' : '', scene.shape].filter(Boolean).join(' ')
  const picture = pick('picture', 'image', 'scene')
  const colours = mainColours(scene)
  const made = colours === '' ? '' : `, ${pick('mostly', 'mainly', 'largely')} ${colours}`
  const things = thingWords(scene.things)
  const rest = things === '' ? '' : `, ${pick('with', 'showing')} ${things}`
  return `${article(kind)} ${kind} ${picture}${made}${rest}`
}

function lightWord({ lightness }: Scene): string {
  return lightness >= BRIGHT ? 'bright' : lightness <= DARK ? 'dark' : ''
}

function mainColours({ colours }: Scene): string {
  const names = colours.filter(({ share }) => share >= NOTABLE_SHARE).map(({ name }) => name)
  return list(names.slice(0, 3))
}

/** Things of one colour are named together: `2 red regions`. */
function thingWords(things: readonly Thing[]): string {
  const colours = [...new Set(things.map(({ colour }) => colour))].slice(0, MOST_THINGS)
  return list(
    colours.map((colour) => {
      const [first, ...more] = things.filter((thing) => thing.colour === colour)
      if (!first) return ''
      return more.length > 0
        ? `${more.length + 1} ${colour} regions`
        : `${article(colour)} ${colour} region ${placeWords(first)}`
    }),
  )
}

function list(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a'
}
