export interface Input {
  readonly inputs: string
  /** Each line is sent as a text of its own, in a list. */
  readonly by_line: boolean
  /** In the model's own code; `''` for none. */
  readonly src_lang: string
  readonly tgt_lang: string
}

/** What is sent as `inputs`. */
export function textsOf({ inputs, by_line }: Input): string | readonly string[] {
  return by_line ? linesOf(inputs) : inputs
}

/**
 * The text after a swap: the translation in its source's place, or the source back in its translation's. A text that
 * belongs to neither stays.
 */
export function swappedText(text: string, source: string, translation: string): string {
  if (text === translation) return source
  return text === source ? translation : text
}

/** The lines of a text that hold something, without the spaces around them. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
