import { rgb } from './canvas.mjs'

/** A street in the late afternoon: houses, trees, two cars. */
export function street(shapes) {
  const { rect, circle, ellipse, gradient } = shapes
  return [
    rect(0, 0, 640, 420, gradient(0, 290, rgb('#8fc7ea'), rgb('#fbe9cf'))),
    circle(520, 82, 62, rgb('#fff1c4', 0.55)),
    circle(520, 82, 40, rgb('#ffcf4d')),
    ...cloud(shapes, 120, 70),
    ...cloud(shapes, 330, 46),
    ellipse(140, 306, 240, 70, rgb('#b7d3a0')),
    ellipse(500, 310, 280, 84, rgb('#a5c78f')),
    ...house(shapes, 30, 132, 150, 302, '#e07a5f', '#8c3f34'),
    ...house(shapes, 186, 158, 326, 302, '#f2cc8f', '#a5673f'),
    ...house(shapes, 388, 140, 512, 302, '#81a9b8', '#3d5a6c'),
    ...tree(shapes, 356, 250),
    ...tree(shapes, 566, 238),
    ...tree(shapes, 612, 262),
    rect(0, 300, 640, 328, rgb('#d9d4c7')),
    rect(0, 326, 640, 332, rgb('#b5afa1')),
    rect(0, 332, 640, 420, rgb('#565b63')),
    ...[0, 1, 2, 3, 4, 5, 6].map((index) =>
      rect(20 + index * 96, 373, 68 + index * 96, 379, rgb('#f1ead7'), 2),
    ),
    ...car(shapes, 70, 316, '#c8323c'),
    ...car(shapes, 392, 346, '#1f6fb5'),
  ]
}

function cloud({ ellipse }, x, y) {
  const white = rgb('#ffffff', 0.9)
  return [
    ellipse(x, y, 44, 14, white),
    ellipse(x - 14, y - 10, 22, 16, white),
    ellipse(x + 16, y - 12, 26, 18, white),
  ]
}

function house({ rect, polygon }, x0, y0, x1, y1, wall, roof) {
  const middle = (x0 + x1) / 2
  const glass = rgb('#d9eef7')
  const frame = rgb('#fdfaf3')
  const windows = [x0 + 30, x1 - 30].flatMap((x) =>
    [y0 + 44, y0 + 96].flatMap((y, floor) =>
      floor === 1 && x > middle
        ? []
        : [
            rect(x - 15, y - 17, x + 15, y + 17, frame, 2),
            rect(x - 11, y - 13, x + 11, y + 13, glass),
          ],
    ),
  )
  return [
    rect(x0, y0, x1, y1, rgb(wall)),
    polygon(
      [
        [x0 - 12, y0 + 2],
        [middle, y0 - 58],
        [x1 + 12, y0 + 2],
      ],
      rgb(roof),
    ),
    rect(x1 - 36, y0 - 56, x1 - 20, y0 - 14, rgb(roof)),
    ...windows,
    rect(x1 - 48, y1 - 62, x1 - 16, y1, rgb(roof), 2),
    rect(x1 - 23, y1 - 33, x1 - 19, y1 - 27, rgb('#f3d58a'), 2),
  ]
}

function tree({ rect, circle }, x, y) {
  return [
    rect(x - 5, y, x + 5, y + 54, rgb('#7a5638'), 2),
    circle(x, y - 20, 34, rgb('#4f8a4c')),
    circle(x - 18, y + 2, 22, rgb('#5c9a55')),
    circle(x + 18, y, 24, rgb('#437a43')),
  ]
}

function car({ rect, circle, polygon }, x, y, body) {
  const glass = rgb('#cfe6f0')
  const roof = [
    [x + 34, y + 26],
    [x + 54, y],
    [x + 112, y],
    [x + 140, y + 26],
  ]
  const left = [
    [x + 45, y + 25],
    [x + 58, y + 6],
    [x + 80, y + 6],
    [x + 80, y + 25],
  ]
  const right = [
    [x + 86, y + 25],
    [x + 86, y + 6],
    [x + 109, y + 6],
    [x + 129, y + 25],
  ]
  const wheel = (at) => [
    circle(x + at, y + 56, 15, rgb('#23262b')),
    circle(x + at, y + 56, 7, rgb('#c9cdd3')),
  ]
  return [
    rect(x + 6, y + 62, x + 168, y + 72, rgb('#2b2f36', 0.35), 5),
    polygon(roof, rgb(body)),
    polygon(left, glass),
    polygon(right, glass),
    rect(x, y + 24, x + 172, y + 58, rgb(body), 9),
    rect(x + 162, y + 32, x + 172, y + 42, rgb('#ffe9a8'), 3),
    rect(x, y + 32, x + 6, y + 42, rgb('#ffb3a7'), 2),
    rect(x + 90, y + 32, x + 102, y + 35, rgb('#ffffff', 0.7), 1),
    ...wheel(38),
    ...wheel(134),
  ]
}
