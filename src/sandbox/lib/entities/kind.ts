import type { Word } from '../tokens'
import {
  companySuffixes,
  givenNames,
  miscellaneous,
  organisations,
  personCues,
  personVerbs,
  placePrepositions,
  places,
  placeSuffixes,
  titles,
} from './gazetteer'

export type Kind = 'PER' | 'ORG' | 'LOC' | 'MISC' | 'DATE'

interface Judged {
  readonly kind: Kind
  readonly score: number
}

const lower = (word: Word | undefined) => word?.text.toLowerCase().replaceAll('’', "'") ?? ''

/** What a run of capitalised words names, by lists, suffixes, titles and the words around; undefined for nothing. */
export function kindOfRun(
  words: readonly Word[],
  place: number,
  length: number,
  text: string,
): Judged | undefined {
  const run = words.slice(place, place + length)
  const name = run.map(lower).join(' ')
  const surroundings = {
    before: lower(words[place - 1]),
    after: lower(words[place + length]),
    opens: opensSentence(run[0], text),
  }
  return byList(name, run) ?? byShape(run) ?? bySurroundings(run, surroundings)
}

function byList(name: string, run: readonly Word[]): Judged | undefined {
  if (places.has(name)) return { kind: 'LOC', score: 0.98 }
  if (organisations.has(name)) return { kind: 'ORG', score: 0.98 }
  if (miscellaneous.has(name)) return { kind: 'MISC', score: 0.95 }
  if (titles.has(lower(run[0])) && run.length > 1) return { kind: 'PER', score: 0.97 }
  if (givenNames.has(lower(run[0])) && !companySuffixes.has(lower(run.at(-1)))) {
    return { kind: 'PER', score: run.length > 1 ? 0.98 : 0.94 }
  }
  return undefined
}

function byShape(run: readonly Word[]): Judged | undefined {
  const last = lower(run.at(-1))
  if (run.length > 1 && companySuffixes.has(last)) return { kind: 'ORG', score: 0.95 }
  if (
    /^(?:university|bank|ministry|institute|museum|republic) of /.test(run.map(lower).join(' '))
  ) {
    return { kind: 'ORG', score: 0.93 }
  }
  if (run.length > 1 && placeSuffixes.has(last)) return { kind: 'LOC', score: 0.93 }
  if (/^(?:lake|mount|mt|river|san|saint|st) /.test(run.map(lower).join(' '))) {
    return { kind: 'LOC', score: 0.88 }
  }
  const only = run.length === 1 ? run[0]?.text : undefined
  if (only && /^\p{Lu}{2,6}$/u.test(only)) return { kind: 'ORG', score: 0.75 }
  return only && /(?:land|stan|ville|burg|shire|ton)$/.test(only) && only.length > 6
    ? { kind: 'LOC', score: 0.72 }
    : undefined
}

interface Surroundings {
  readonly before: string
  readonly after: string
  readonly opens: boolean
}

function bySurroundings(
  run: readonly Word[],
  { before, after, opens }: Surroundings,
): Judged | undefined {
  if (titles.has(before)) return { kind: 'PER', score: 0.93 }
  if (placePrepositions.has(before)) return { kind: 'LOC', score: 0.8 }
  if (personVerbs.has(after) || personCues.has(before)) return { kind: 'PER', score: 0.78 }
  if (run.length > 1) return { kind: run.length <= 3 ? 'PER' : 'MISC', score: 0.66 }
  // One capitalised word that opens a sentence says nothing.
  return opens ? undefined : { kind: 'MISC', score: 0.55 }
}

function opensSentence(first: Word | undefined, text: string): boolean {
  return first === undefined || /(?:^|[.!?。！？\n:])["“'\s]*$/.test(text.slice(0, first.start))
}
