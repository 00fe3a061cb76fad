import { rgb } from './canvas.mjs'

/** Clean shapes in colours far apart, none touching another. */
export function shapesScene({ circle, rect, polygon, ellipse }) {
  const star = Array.from({ length: 10 }, (_, index) => {
    const angle = (index * Math.PI) / 5 - Math.PI / 2
    const radius = index % 2 === 0 ? 78 : 34
    return [530 + radius * Math.cos(angle), 118 + radius * Math.sin(angle)]
  })
  const hexagon = Array.from({ length: 6 }, (_, index) => {
    const angle = (index * Math.PI) / 3
    return [112 + 72 * Math.cos(angle), 304 + 72 * Math.sin(angle)]
  })
  return [
    rect(0, 0, 640, 420, rgb('#f6f4ef')),
    circle(112, 116, 70, rgb('#d7373f')),
    rect(238, 50, 388, 182, rgb('#2463c8')),
    polygon(star, rgb('#e8a71c')),
    polygon(hexagon, rgb('#7a3fb0')),
    polygon(
      [
        [314, 230],
        [402, 380],
        [226, 380],
      ],
      rgb('#2b9348'),
    ),
    ellipse(530, 306, 82, 54, rgb('#e3672c')),
  ]
}
