import { shareOf, type Looks } from '@/sandbox/lib/picture/looks'

/** A label, and how strongly what was measured speaks for it, as a logit: 0 is undecided. */
export interface PictureClass {
  readonly label: string
  readonly logit: (looks: Looks) => number
}

const colours = [
  ...['red', 'orange', 'yellow', 'green', 'turquoise', 'blue', 'purple', 'pink', 'brown'],
  'grey',
]

/** Rises from -4 to 4 as `value` goes from `none` to `full`. */
function ramp(value: number, none: number, full: number): number {
  const share = (value - none) / (full - none)
  return 8 * Math.max(0, Math.min(1, share)) - 4
}

/** All that the sandbox can tell pictures apart by: colour, light, surface, layout. */
export const pictureClasses: readonly PictureClass[] = [
  ...colours.map((colour) => ({
    label: `mostly ${colour} picture`,
    logit: (looks: Looks) => ramp(shareOf(looks.colours, colour), 0.05, 0.7),
  })),
  { label: 'bright picture', logit: ({ lightness }) => ramp(lightness, 45, 92) },
  { label: 'dark picture', logit: ({ lightness }) => ramp(lightness, 55, 8) },
  { label: 'vivid picture', logit: ({ chroma }) => ramp(chroma, 12, 60) },
  { label: 'black and white picture', logit: ({ chroma }) => ramp(chroma, 8, 0) },
  { label: 'high-contrast picture', logit: ({ spread }) => ramp(spread, 12, 42) },
  { label: 'plain picture', logit: ({ detail }) => ramp(detail, 4, 0.2) },
  { label: 'picture full of detail', logit: ({ detail }) => ramp(detail, 2.5, 12) },
  { label: 'symmetrical picture', logit: ({ asymmetry }) => ramp(asymmetry, 16, 1) },
  {
    label: 'one object on a plain background',
    logit: ({ things, detail }) => (things.length === 1 ? ramp(detail, 6, 0.5) : -4),
  },
  {
    label: 'several objects',
    logit: ({ things }) => (things.length > 1 ? ramp(things.length, 0, 9) : -4),
  },
  {
    label: 'sky above land',
    logit: ({ top, bottom }) =>
      ramp(shareOf(top, 'blue', 'light', 'turquoise'), 0.2, 0.9) / 2 +
      ramp(shareOf(bottom, 'green', 'brown', 'yellow'), 0.1, 0.8) / 2,
  },
]
