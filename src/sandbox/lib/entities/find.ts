import { wordsOf, type Word } from '../tokens'
import { months, ordinary } from './gazetteer'
import { kindOfRun, type Kind } from './kind'

/** A named piece of a text; offsets in UTF-16 code units, end exclusive. */
export interface Entity {
  readonly kind: Kind
  readonly score: number
  readonly words: readonly Word[]
}

const capitalised = (word: string) => /^\p{Lu}/u.test(word)
const isOrdinary = (word: string) => ordinary.has(word.toLowerCase().replaceAll('’', "'"))

/** Named entities of a text with Latin letters: dates, then runs of capitalised words, judged by their surroundings. */
export function findEntities(text: string): Entity[] {
  const words = wordsOf(text)
  const found: Entity[] = []
  for (let place = 0; place < words.length;) {
    const date = dateAt(words, place, text)
    const run = date > 0 ? 0 : runAt(words, place, text)
    if (date > 0) {
      found.push({
        kind: 'DATE',
        score: date > 1 ? 0.97 : 0.85,
        words: words.slice(place, place + date),
      })
    } else if (run > 0) {
      const judged = kindOfRun(words, place, run, text)
      if (judged) found.push({ ...judged, words: words.slice(place, place + run) })
    }
    place += Math.max(1, date, run)
  }
  return found
}

/** How many words from `place` on are a date: `4 August 1961`, `March 3, 2020`, `1999`, `2024-05-01`. */
function dateAt(words: readonly Word[], place: number, text: string): number {
  const at = (index: number) => words[index]?.text ?? ''
  const isMonth = (index: number) => months.has(at(index).toLowerCase()) && capitalised(at(index))
  const isDay = (index: number) => /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/.test(at(index))
  const isYear = (index: number) => /^(?:1[5-9]|20)\d\d$/.test(at(index))
  if (isMonth(place)) {
    const day = isDay(place + 1) ? 1 : 0
    return 1 + day + (isYear(place + 1 + day) ? 1 : 0)
  }
  if (isDay(place) && isMonth(place + 1)) return isYear(place + 2) ? 3 : 2
  if (!isYear(place)) return 0
  const rest = text.slice(words[place]?.end ?? 0)
  const numbers = /^-\d\d?-\d\d?\b/.test(rest)
  return numbers ? 3 : 1
}

/** How many words from `place` on are one run of capitalised words, small joining words between them included. */
function runAt(words: readonly Word[], place: number, text: string): number {
  let length = 0
  for (let next = place; next < words.length; next++) {
    const word = words[next]
    const before = words[next - 1]
    if (!word) break
    const gap = next === place || !before ? ' ' : text.slice(before.end, word.start)
    if (!/^(?: |\. |-|& | & )$/.test(gap) || (gap === '. ' && !abbreviates(before))) break
    if (capitalised(word.text) && !isOrdinary(word.text)) length = next - place + 1
    else if (next === place || !/^(?:of|de|van|von|da|der|la|le)$/.test(word.text)) break
  }
  return length
}

/** A single letter or a title: its point does not end a sentence. */
const abbreviates = (word: Word | undefined) =>
  word !== undefined && /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St)$/u.test(word.text)
