import { hashText, seededRandom } from '../random'
import { clamp } from '../scores'
import { paletteOf, saturate, type Rgb } from './colours'
import { landLayers, type Canvas } from './land'
import { thingLayers } from './place'
import { readPrompt } from './prompt'
import { render } from './render'
import { backgroundOf, starLayers, wordLayers } from './sky'

export interface PaintOptions {
  readonly prompt: string
  readonly negativePrompt: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  readonly seed: number
  /** More steps, more detail; 20 is the middle. */
  readonly steps: number
  /** Higher is more colourful; 7 is the middle. */
  readonly guidance: number
}

/** Draws a prompt from its colour, shape, scene, number and place words. RGB, 8 bits a channel. */
export async function paint(options: PaintOptions, signal: AbortSignal): Promise<Uint8Array> {
  const { prompt, negativePrompt, width, height, seed } = options
  const wanted = readPrompt(prompt, negativePrompt)
  const random = seededRandom(seed)
  const canvas: Canvas = { width, height, random, detail: clamp(options.steps / 20, 0.05, 3) }
  const palette = paletteOf(hashText(prompt) + seed)
  const layers = [
    ...(wanted.sky === 'night' ? starLayers(canvas) : []),
    ...(wanted.sky === 'plain' ? wordLayers(wanted, canvas) : []),
    ...thingLayers(wanted.things.filter(isFar), palette, wanted.grounds.length > 0, canvas),
    ...landLayers(wanted.grounds, wanted.sky, canvas),
    ...thingLayers(
      wanted.things.filter((thing) => !isFar(thing)),
      palette,
      wanted.grounds.length > 0,
      canvas,
    ),
  ]
  const strength = clamp(0.58 + options.guidance * 0.06, 0.3, 1.6)
  const strong = (colour: (x: number, y: number) => Rgb) => (x: number, y: number) =>
    saturate(colour(x, y), strength)
  return render(
    width,
    height,
    strong(backgroundOf(wanted, canvas, seed)),
    layers.map((layer) => ({ ...layer, colour: strong(layer.colour) })),
    signal,
  )
}

/** Sun and moon stand behind mountains. */
const isFar = ({ name }: { readonly name: string }) => name === 'sun' || name === 'moon'
