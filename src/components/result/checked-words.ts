import type { CheckedAnswer, SchemaFault } from '@/core/json-schema'
import type text from './checked-text'

type CheckedWords = (typeof text)['en']

function filled(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** What is wrong, in words: behind the name of what it is wrong with. */
export function faultWords({ keyword: known }: CheckedWords, fault: SchemaFault): string {
  const { keyword, expected } = fault
  const words = Object.hasOwn(known, keyword) ? known[keyword as keyof typeof known] : known.other
  const list: readonly unknown[] = Array.isArray(expected) ? expected : [expected]
  const shown = list.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)))
  return filled(words, { keyword, expected: shown.join(', ').slice(0, 200) })
}

/** The outcome of a check in one line, and how good it is. */
export function outcomeOf(
  words: CheckedWords,
  checked: CheckedAnswer | undefined,
  hasSchema: boolean,
): { readonly state: string; readonly words: string } {
  switch (checked?.kind) {
    case undefined:
      return { state: 'checking', words: words.checking }
    case 'json': {
      const count = checked.faults.length
      if (count > 1) return { state: 'faults', words: filled(words.faults, { count }) }
      if (count === 1) return { state: 'faults', words: words.fault }
      return { state: 'valid', words: hasSchema ? words.valid : words.json }
    }
    case 'not-json':
      if (checked.cut) return { state: 'cut', words: words.cut }
      return {
        state: 'not-json',
        words: filled(words.notJson, {
          message: checked.message,
          line: checked.line,
          column: checked.column,
        }),
      }
    case 'regex':
      return checked.matches
        ? { state: 'valid', words: words.matches }
        : { state: 'faults', words: words.noMatch }
    case 'unusable':
      return { state: 'unusable', words: filled(words.unusable, { message: checked.message }) }
    case 'too-long':
      return { state: 'too-long', words: words.tooLong }
  }
}
