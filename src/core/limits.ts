/** The bounds of the playground, in one place. Every one is said in words to the person who meets it. */
export const limits = {
  imageBytes: 20_000_000,
  imagePixels: 50_000_000,
  /** A larger picture can be made smaller in the browser up to here; beyond it takes more memory than a tab has. */
  scalableBytes: 200_000_000,
  scalablePixels: 150_000_000,
  soundBytes: 25_000_000,
  textBytes: 1_000_000,
  tableCells: 10_000,
  historyBytes: 500_000_000,
  conversationFileBytes: 200_000_000,
  /** A loading model is waited for at most this long, over all attempts. */
  loadingWaitMs: 5 * 60_000,
  /** Retry-After of a 429 is honoured by itself up to this wait; beyond it the person is told when to come back. */
  rateLimitWaitMs: 60_000,
} as const
