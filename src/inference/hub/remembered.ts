/** Answers are kept this long: models change slowly, and a person who types asks the same things again. */
const FRESH_MS = 3 * 60_000
const MOST = 100

/** Keeps answers while they are fresh. A question that fails or is given up leaves nothing behind. */
export function remembered<T>(now: () => number = Date.now) {
  const kept = new Map<string, { readonly at: number; readonly answer: T }>()

  async function ask(key: string, question: () => Promise<T>): Promise<T> {
    const known = kept.get(key)
    if (known && now() - known.at < FRESH_MS) return known.answer
    const answer = await question()
    kept.delete(key)
    kept.set(key, { at: now(), answer })
    const [oldest] = kept.keys()
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
    return answer
  }

  return { ask, forget: (key: string) => void kept.delete(key) }
}
