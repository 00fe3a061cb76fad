/** Shapes of results that several tasks share, after parsing. Scores are 0..1 unless a task says otherwise. */

export interface ScoredLabel {
  readonly label: string
  /** Null where the documentation lets a service leave it out. */
  readonly score: number | null
}

/** A labelled piece of a text. Offsets count UTF-16 code units of the text that was sent, end exclusive. */
export interface TextSpan {
  readonly label: string
  readonly score: number | null
  /** The words as the service wrote them; may differ from the text (case, word pieces such as `##ing`). */
  readonly word: string
  /** Null when the service gave no offsets and the word could not be found in the text. */
  readonly start: number | null
  readonly end: number | null
}

/** A labelled box, in pixels of the picture as it was sent. */
export interface LabelledBox {
  readonly label: string
  readonly score: number | null
  readonly box: {
    readonly xmin: number
    readonly ymin: number
    readonly xmax: number
    readonly ymax: number
  }
}

/** A labelled part of a picture, pixel by pixel. */
export interface LabelledMask {
  readonly label: string
  readonly score: number | null
  /** Base64 of a PNG as the service wrote it: bright where the part is. Decoded by `core/mask-png.ts`. */
  readonly mask: string
}

/** A piece of a transcript with its time in seconds; null where the service left it open. */
export interface TimedText {
  readonly text: string
  readonly start: number | null
  readonly end: number | null
  /** Who speaks, where the service tells speakers apart. */
  readonly speaker?: string
}

/** A question that was asked on a page, with the best answer that came. */
export interface AskedQuestion {
  /** Of the run. */
  readonly id: string
  readonly question: string
  /** Null where the model gave none. */
  readonly answer: string | null
  readonly score: number | null
}

/** Cells by column; every column has the same number of rows. */
export type Table = Readonly<Record<string, readonly string[]>>

/** A cell by row and column index, both from 0. */
export type CellCoordinate = readonly [row: number, column: number]

/** Tokens as the service counted them; left out where it did not. */
export interface TokenUsage {
  readonly promptTokens?: number
  readonly completionTokens?: number
  readonly totalTokens?: number
}
