import { wordsIn } from '@/core/sentences'

type Edit = readonly [pattern: RegExp, edit: (text: string, ...groups: readonly string[]) => string]

/** A text in quotation marks or behind a colon, else the rest of the line. */
const OBJECT = /^\s*[:：]?\s*(?:["“「'](.+)["”」']|(.+?))\s*$/su

const edits: readonly Edit[] = [
  [/^(?:repeat|say|echo|重复)(?: after me)?/iu, (text) => text],
  [
    /^(?:(?:convert |turn |write )?(?:to )?(?:uppercase|upper case|capitals)|转为?大写)/iu,
    (text) => text.toUpperCase(),
  ],
  [
    /^(?:(?:convert |turn |write )?(?:to )?(?:lowercase|lower case)|转为?小写)/iu,
    (text) => text.toLowerCase(),
  ],
  [
    /^(?:title case|capitali[sz]e)/iu,
    (text) => text.replace(/(?<![\p{L}'’])\p{L}/gu, (first) => first.toUpperCase()),
  ],
  [/^(?:reverse the words(?: of| in)?)/iu, (text) => text.split(/\s+/).reverse().join(' ')],
  [/^(?:reverse|spell backwards|反转|倒序)/iu, (text) => [...text].reverse().join('')],
  [/^(?:sort(?: alphabetically)?|排序)/iu, sorted],
  [
    /^(?:count the words(?: of| in)?|how many words(?: are)?(?: there)? in)/iu,
    (text) => `${wordsIn(text).length}`,
  ],
  [
    /^(?:count the letters(?: of| in)?|how many letters(?: are)?(?: there)? in)/iu,
    (text) => `${text.match(/\p{L}/gu)?.length ?? 0}`,
  ],
  [
    /^first (\d+) words(?: of)?/iu,
    (text, count) => text.split(/\s+/).slice(0, Number(count)).join(' '),
  ],
  [
    /^replace ["“']?(.+?)["”']? (?:with|by) ["“']?(.+?)["”']? in/iu,
    (text, find = '', put = '') => text.replaceAll(find, put),
  ],
]

/** Does to a text what an instruction says, such as `uppercase: ...`; undefined for another instruction. */
export function editText(instruction: string): string | undefined {
  for (const [pattern, edit] of edits) {
    const found = pattern.exec(instruction)
    if (!found) continue
    const rest = instruction.slice(found[0].length)
    // A word that only begins like an instruction: `sorted`, `reversed`.
    if (/^[\p{L}\p{N}]/u.test(rest) && !/\p{Script=Han}/u.test(found[0])) continue
    const [, quoted, plain] = OBJECT.exec(rest) ?? []
    const object = quoted ?? plain
    if (object !== undefined) return edit(object, ...found.slice(1))
  }
  return undefined
}

function sorted(text: string): string {
  const parting = /\n/.test(text) ? '\n' : /[,，]/.test(text) ? ', ' : ' '
  const items = text.split(parting === ', ' ? /\s*[,，]\s*/ : parting === '\n' ? /\n+/ : /\s+/)
  return items.sort((one, other) => one.localeCompare(other)).join(parting)
}
