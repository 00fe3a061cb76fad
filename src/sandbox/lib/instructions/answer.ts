import { sentencesOf, wordsIn } from '@/core/sentences'
import { stopWords } from '../summary/stop-words'

/**
 * What a context says to a question: of the clause that shares most words with it, the part that the question does not
 * say itself. `''` where nothing is shared.
 */
export function answerFrom(question: string, context: string): string {
  const asked = new Set(wordsIn(question).map(root))
  const telling = new Set([...asked].filter((word) => !stopWords.has(word)))
  let best = { shared: 0, clause: '' }
  for (const { text } of sentencesOf(context)) {
    for (const clause of text.split(/[,;，；]\s*|\s+(?:and|but|while)\s+/)) {
      const shared = wordsIn(clause).filter((word) => telling.has(root(word))).length
      if (shared > best.shared) best = { shared, clause }
    }
  }
  return unsaid(best.clause, asked)
}

/** Without the words at either end that the question says, or that say nothing. */
function unsaid(clause: string, asked: ReadonlySet<string>): string {
  const words = /\p{Script=Han}/u.test(clause) ? [...clause] : clause.split(/\s+/)
  const said = (word: string | undefined) => {
    const plain = word === undefined ? [] : wordsIn(word)
    return plain.every((each) => asked.has(root(each)) || stopWords.has(each))
  }
  let [from, to] = [0, words.length]
  while (from < to && said(words[from])) from++
  while (to > from && said(words[to - 1])) to--
  const gap = /\p{Script=Han}/u.test(clause) ? '' : ' '
  const rest = words
    .slice(from, to)
    .join(gap)
    .replace(/[.!?。！？]+$/u, '')
  return rest === '' ? clause.trim() : rest
}

/** Enough to find `lives` by `live`. */
function root(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word
}
