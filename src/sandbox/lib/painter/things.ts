import type { Rgb } from './colours'

/** A part of a thing in its frame of -1..1: outline, centre, half sizes, colour. `main` takes the prompt's colour. */
export interface Part {
  readonly outline: 'ellipse' | 'rectangle' | 'triangle' | 'diamond' | 'hexagon' | 'star' | 'heart'
  readonly at: readonly [x: number, y: number]
  readonly half: readonly [x: number, y: number]
  readonly colour: Rgb | 'main'
}

/** Where a thing stands when the prompt does not say. */
export type Home = 'sky' | 'ground' | 'middle'

export interface Thing {
  readonly home: Home
  /** Undefined takes a colour of the palette. */
  readonly colour?: Rgb
  /** Half its size, as a share of the picture's shorter side. */
  readonly size: number
  readonly parts: readonly Part[]
}

const part = (
  outline: Part['outline'],
  x: number,
  y: number,
  width: number,
  height: number,
  colour: Part['colour'] = 'main',
): Part => ({ outline, at: [x, y], half: [width, height], colour })

const simple = (outline: Part['outline'], size = 0.17): Thing => ({
  home: 'middle',
  size,
  parts: [part(outline, 0, 0, 1, 1)],
})

const DARK: Rgb = [40, 38, 46]
const WOOD: Rgb = [112, 76, 50]
const GLASS: Rgb = [250, 225, 140]

/** Things that can be drawn, by name. */
export const things: Readonly<Record<string, Thing>> = {
  circle: simple('ellipse'),
  square: simple('rectangle', 0.15),
  rectangle: { home: 'middle', size: 0.18, parts: [part('rectangle', 0, 0, 1, 0.6)] },
  triangle: simple('triangle'),
  diamond: simple('diamond'),
  hexagon: simple('hexagon'),
  star: { home: 'sky', size: 0.1, colour: [255, 225, 120], parts: [part('star', 0, 0, 1, 1)] },
  heart: { ...simple('heart'), colour: [220, 60, 90] },
  sun: {
    home: 'sky',
    size: 0.13,
    colour: [255, 205, 70],
    parts: [part('star', 0, 0, 0, 0), part('ellipse', 0, 0, 1, 1)],
  },
  moon: {
    home: 'sky',
    size: 0.11,
    colour: [240, 236, 215],
    parts: [
      part('ellipse', 0, 0, 1, 1),
      part('ellipse', -0.3, -0.25, 0.22, 0.2, [222, 217, 196]),
      part('ellipse', 0.35, 0.3, 0.28, 0.26, [222, 217, 196]),
    ],
  },
  cloud: {
    home: 'sky',
    size: 0.14,
    colour: [248, 250, 252],
    parts: [
      part('ellipse', -0.5, 0.15, 0.5, 0.32),
      part('ellipse', 0.45, 0.18, 0.55, 0.3),
      part('ellipse', 0, -0.1, 0.5, 0.45),
    ],
  },
  bird: {
    home: 'sky',
    size: 0.05,
    colour: DARK,
    parts: [
      part('ellipse', 0, 0.1, 0.5, 0.22),
      part('triangle', -0.1, -0.3, 0.25, 0.5),
      part('ellipse', 0.5, -0.05, 0.2, 0.18),
      part('triangle', 0.78, 0, 0.16, 0.08, [240, 160, 50]),
    ],
  },
  balloon: {
    home: 'sky',
    size: 0.12,
    parts: [
      part('rectangle', 0, 0.95, 0.02, 0.4, DARK),
      part('ellipse', 0, -0.1, 0.62, 0.75),
      part('triangle', 0, 0.66, 0.12, 0.1),
    ],
  },
  tree: {
    home: 'ground',
    size: 0.19,
    colour: [58, 134, 74],
    parts: [
      part('rectangle', 0, 0.65, 0.1, 0.35, WOOD),
      part('ellipse', -0.28, 0.02, 0.38, 0.36),
      part('ellipse', 0.28, 0.02, 0.38, 0.36),
      part('ellipse', 0, -0.4, 0.44, 0.46),
    ],
  },
  house: {
    home: 'ground',
    size: 0.19,
    colour: [222, 196, 160],
    parts: [
      part('rectangle', 0, 0.4, 0.72, 0.6),
      part('triangle', 0, -0.5, 0.9, 0.34, [170, 70, 60]),
      part('rectangle', 0, 0.68, 0.16, 0.32, WOOD),
      part('rectangle', -0.42, 0.28, 0.15, 0.15, GLASS),
      part('rectangle', 0.42, 0.28, 0.15, 0.15, GLASS),
    ],
  },
  flower: {
    home: 'ground',
    size: 0.11,
    colour: [230, 90, 130],
    parts: [
      part('rectangle', 0, 0.5, 0.05, 0.5, [60, 140, 70]),
      part('ellipse', -0.32, -0.35, 0.3, 0.26),
      part('ellipse', 0.32, -0.35, 0.3, 0.26),
      part('ellipse', 0, -0.66, 0.26, 0.3),
      part('ellipse', 0, -0.06, 0.26, 0.28),
      part('ellipse', 0, -0.36, 0.2, 0.2, [250, 215, 90]),
    ],
  },
  boat: {
    home: 'ground',
    size: 0.13,
    colour: [150, 70, 55],
    parts: [
      part('rectangle', 0, -0.1, 0.04, 0.8, WOOD),
      part('triangle', 0.36, -0.2, 0.32, 0.6, [245, 243, 235]),
      part('rectangle', 0, 0.72, 0.8, 0.18),
      part('ellipse', 0, 0.8, 0.7, 0.2),
    ],
  },
  cat: {
    home: 'ground',
    size: 0.15,
    colour: [214, 140, 70],
    parts: [
      part('ellipse', 0, 0.5, 0.55, 0.5),
      part('triangle', -0.36, -0.68, 0.2, 0.28),
      part('triangle', 0.36, -0.68, 0.2, 0.28),
      part('ellipse', 0, -0.25, 0.58, 0.48),
      part('ellipse', -0.22, -0.3, 0.09, 0.12, DARK),
      part('ellipse', 0.22, -0.3, 0.09, 0.12, DARK),
      part('triangle', 0, -0.1, 0.07, -0.05, [235, 130, 140]),
    ],
  },
  fish: {
    home: 'ground',
    size: 0.1,
    parts: [
      part('diamond', 0.75, 0, 0.35, 0.5),
      part('ellipse', -0.1, 0, 0.75, 0.45),
      part('ellipse', -0.5, -0.1, 0.08, 0.1, DARK),
    ],
  },
  person: {
    home: 'ground',
    size: 0.15,
    parts: [
      part('ellipse', 0, -0.68, 0.24, 0.26, [236, 196, 160]),
      part('ellipse', 0, 0.05, 0.34, 0.5),
      part('rectangle', -0.16, 0.7, 0.11, 0.32, DARK),
      part('rectangle', 0.16, 0.7, 0.11, 0.32, DARK),
    ],
  },
  car: {
    home: 'ground',
    size: 0.14,
    parts: [
      part('ellipse', 0, 0, 0.6, 0.5),
      part('rectangle', 0, 0.25, 1, 0.28),
      part('ellipse', -0.55, 0.55, 0.24, 0.24, DARK),
      part('ellipse', 0.55, 0.55, 0.24, 0.24, DARK),
      part('rectangle', 0, -0.15, 0.36, 0.2, [200, 225, 240]),
    ],
  },
}

/** Other words for the things above. */
export const otherNames: Readonly<Record<string, string>> = {
  ball: 'circle',
  dot: 'circle',
  disc: 'circle',
  planet: 'circle',
  sphere: 'circle',
  box: 'square',
  cube: 'square',
  pyramid: 'triangle',
  rhombus: 'diamond',
  cottage: 'house',
  cabin: 'house',
  home: 'house',
  castle: 'house',
  hut: 'house',
  ship: 'boat',
  sailboat: 'boat',
  kitten: 'cat',
  dog: 'cat',
  fox: 'cat',
  tiger: 'cat',
  rose: 'flower',
  tulip: 'flower',
  pine: 'tree',
  oak: 'tree',
  palm: 'tree',
  man: 'person',
  woman: 'person',
  boy: 'person',
  girl: 'person',
  child: 'person',
  astronaut: 'person',
  robot: 'person',
  people: 'person',
  children: 'person',
  gull: 'bird',
  eagle: 'bird',
  goose: 'bird',
}
