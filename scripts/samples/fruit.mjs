import { rgb } from './canvas.mjs'

/** A bowl of fruit on a table. */
export function fruit(shapes) {
  const { rect, ellipse, both, gradient, circle } = shapes
  const bowl = both(
    ellipse(320, 236, 190, 128, gradient(236, 364, rgb('#5fa8a0'), rgb('#2f6f73'))),
    rect(0, 236, 640, 420, rgb('#000000')),
  )
  return [
    rect(0, 0, 640, 420, gradient(0, 300, rgb('#f3e6d6'), rgb('#e6d3bb'))),
    rect(0, 300, 640, 420, gradient(300, 420, rgb('#b98256'), rgb('#97623c'))),
    ellipse(320, 372, 178, 16, rgb('#4a2f1c', 0.35)),
    ellipse(320, 236, 190, 22, rgb('#2a5c60')),
    ...banana(shapes),
    ...orange(shapes, 268, 196, 58),
    ...apple(shapes, 372, 190, 62),
    ...grapes(shapes, 452, 196),
    bowl,
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((index) =>
      circle(182 + index * 39.5, 274 - Math.abs(index - 3.5) * 3, 5, rgb('#d9f0ea', 0.85)),
    ),
    rect(264, 354, 376, 374, rgb('#2f6f73'), 6),
    ...orange(shapes, 92, 338, 46),
  ]
}

function apple({ circle, ellipse, polygon }, x, y, r) {
  const leaf = [
    [x + 4, y - r + 2],
    [x + 18, y - r - 22],
    [x + 46, y - r - 24],
    [x + 30, y - r - 4],
  ]
  return [
    circle(x - r * 0.28, y, r * 0.82, rgb('#c9252d')),
    circle(x + r * 0.28, y, r * 0.82, rgb('#c9252d')),
    ellipse(x, y - r * 0.74, r * 0.26, r * 0.12, rgb('#8f161d')),
    polygon(
      [
        [x - 3, y - r * 0.7],
        [x - 1, y - r - 22],
        [x + 5, y - r - 22],
        [x + 3, y - r * 0.7],
      ],
      rgb('#6b4426'),
    ),
    polygon(leaf, rgb('#4e9a47')),
    ellipse(x - r * 0.5, y - r * 0.32, r * 0.14, r * 0.24, rgb('#ffffff', 0.4)),
  ]
}

function orange({ circle, ellipse }, x, y, r) {
  const pores = Array.from({ length: 16 }, (_, index) => {
    const distance = r * 0.82 * Math.sqrt((index + 0.5) / 16)
    return circle(
      x + distance * Math.cos(index * 2.4),
      y + distance * Math.sin(index * 2.4),
      1.6,
      rgb('#c9650f', 0.6),
    )
  })
  return [
    circle(x, y, r, rgb('#f08a1d')),
    ...pores,
    ellipse(x - r * 0.36, y - r * 0.4, r * 0.24, r * 0.16, rgb('#ffffff', 0.35)),
    ellipse(x + r * 0.1, y - r * 0.78, r * 0.12, r * 0.06, rgb('#5f8a34')),
  ]
}

function banana({ without, ellipse, rect, both, polygon }) {
  const crescent = without(
    ellipse(196, 132, 128, 118, rgb('#f4cf3a')),
    ellipse(226, 92, 140, 116, rgb('#000000')),
  )
  const seen = both(crescent, rect(60, 80, 340, 260, rgb('#000000')))
  return [
    seen,
    polygon(
      [
        [82, 84],
        [94, 68],
        [106, 76],
        [98, 100],
      ],
      rgb('#7d5a22'),
    ),
  ]
}

function grapes({ circle, polygon }, x, y) {
  const rows = [
    [0, -46],
    [-26, -30],
    [26, -30],
    [0, -14],
    [-38, 0],
    [38, 0],
    [-14, 14],
    [18, 16],
    [-2, 40],
  ]
  return [
    polygon(
      [
        [x - 2, y - 60],
        [x + 2, y - 86],
        [x + 8, y - 86],
        [x + 6, y - 60],
      ],
      rgb('#6b4426'),
    ),
    ...rows.flatMap(([dx, dy]) => [
      circle(x + dx, y + dy, 21, rgb('#5b2f86')),
      circle(x + dx, y + dy, 18.5, rgb('#7443a6')),
      circle(x + dx - 6, y + dy - 7, 4.5, rgb('#ffffff', 0.4)),
    ]),
  ]
}
