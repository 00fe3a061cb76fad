/** The two documented mask tokens. */
export const masks = ['[MASK]', '<mask>'] as const
export type Mask = (typeof masks)[number]

/** What a page holds: `''` goes by the model's name. */
export type MaskChoice = Mask | ''

/** Families whose tokenizer has `<mask>`; names such as `deberta` and `albert`, which only look alike, are not here. */
const ANGLE =
  /roberta|xlm-?r|xlmr|camembert|flaubert|(?<![a-z])bart(?!hez)|barthez|mbart|longformer|mpnet|bertweet|phobert|chemberta|codebert|climatebert|bertin|xlnet|twhin|esm[12]|luke|mluke|blenderbot|molformer/i
const SQUARE = /bert|electra|big-?bird|funnel|convbert|squeeze|ernie|macbert|rembert|mra|nystrom/i

/** The mask token that a model's name lets expect; undefined where the name tells nothing. */
export function maskOfModel(model: string): Mask | undefined {
  if (model.startsWith('sandbox/')) return undefined
  if (ANGLE.test(model)) return '<mask>'
  return SQUARE.test(model) ? '[MASK]' : undefined
}

/** The documented masks that a text has, in no order. */
export function masksIn(text: string): readonly Mask[] {
  return masks.filter((mask) => text.includes(mask))
}

/** The mask that a page works with: as chosen, else by the model's name, else as in the text, else `[MASK]`. */
export function maskFor(choice: MaskChoice, model: string, text: string): Mask {
  return (choice || maskOfModel(model)) ?? masksIn(text)[0] ?? '[MASK]'
}

/** The mask that the text should have in place of another one; undefined where all is well. */
export function strayMask(mask: Mask, text: string): Mask | undefined {
  return masksIn(text).find((each) => each !== mask)
}
