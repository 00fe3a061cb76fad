/** A bitmap font of our own, 5 by 7 dots: seven rows a letter, each two hexadecimal digits, the leftmost dot highest. */
const glyphs = Object.fromEntries(
  `A 0e11111f111111 B 1e11111e11111e C 0e11101010110e D 1e11111111111e E 1f10101e10101f F 1f10101e101010
G 0e11101711110f H 1111111f111111 I 0e04040404040e J 0702020202120c K 11121418141211 L 1010101010101f
M 111b1515111111 N 11191513111111 O 0e11111111110e P 1e11111e101010 Q 0e11111115120d R 1e11111e141211
S 0f10100e01011e T 1f040404040404 U 1111111111110e V 11111111110a04 W 11111115151b11 X 11110a040a1111
Y 11110a04040404 Z 1f01020408101f
a 00000e010f110f b 1010161911111e c 00000e1010110e d 01010d1311110f e 00000e111f100e f 0609081c080808
g 000f11110f010e h 10101619111111 i 04000c0404040e j 0200060202120c k 10101214181412 l 0c04040404040e
m 00001a15151111 n 00001619111111 o 00000e1111110e p 00001e111e1010 q 00000d130f0101 r 00001619101010
s 00000e100e011e t 08081c08080906 u 0000111111130d v 00001111110a04 w 0000111115150a x 0000110a040a11
y 000011110f010e z 00001f0204081f
0 0e11131519110e 1 040c040404040e 2 0e11010608101f 3 1f02040201110e 4 02060a121f0202 5 1f101e0101110e
6 0608101e11110e 7 1f010204080808 8 0e11110e11110e 9 0e11110f01020c
. 00000000000c0c , 000000000c0408 : 000c0c000c0c00 - 0000001f000000 / 00010204081000 % 18190204081303`
    .split(/\s+/)
    .reduce((pairs, part, index, parts) => {
      if (index % 2 === 0) pairs.push([part, parts[index + 1]])
      return pairs
    }, []),
)

const ADVANCE = 6
const ROWS = 7
/** Letters that hang below the line, and by how many rows. */
const HANGING = /[gpqy]/
const DROP = 2

/** Shapes of a text's dots, `dot` pixels each, from its top left corner. */
export function textShapes({ rect }, text, x, y, dot, color) {
  return [...text].flatMap((letter, place) => {
    const rows = glyphs[letter]
    if (letter === ' ') return []
    if (!rows) throw new Error(`The font has no ${letter}`)
    const left = x + place * ADVANCE * dot
    return Array.from({ length: ROWS }, (_, row) => {
      const bits = Number.parseInt(rows.slice(row * 2, row * 2 + 2), 16)
      return [4, 3, 2, 1, 0]
        .filter((bit) => bits & (1 << bit))
        .map((bit) => {
          const drop = HANGING.test(letter) ? DROP : 0
          const [dx, dy] = [left + (4 - bit) * dot, y + (row + drop) * dot]
          return rect(dx, dy, dx + dot, dy + dot, color)
        })
    }).flat()
  })
}

/** Width of a text in pixels, without the space behind its last letter. */
export function textWidth(text, dot) {
  return (text.length * ADVANCE - 1) * dot
}

/** The words of a text with their boxes in pixels: [left, top, right, bottom]. */
export function wordsOf(text, x, y, dot) {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const left = x + index * ADVANCE * dot
    const rows = HANGING.test(word) ? ROWS + DROP : ROWS
    return [word, [left, y, left + textWidth(word, dot), y + rows * dot]]
  })
}
