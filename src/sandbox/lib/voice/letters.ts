/** Words that their letters mislead about. */
const WORDS: Readonly<Record<string, string>> = {
  a: 'AX',
  an: 'AE N',
  are: 'AA R',
  be: 'B IY',
  come: 'K AH M',
  do: 'D UW',
  does: 'D AH Z',
  go: 'G OW',
  have: 'HH AE V',
  he: 'HH IY',
  hello: 'HH EH L OW',
  i: 'AY',
  into: 'IH N T UW',
  is: 'IH Z',
  me: 'M IY',
  no: 'N OW',
  of: 'AH V',
  one: 'W AH N',
  said: 'S EH D',
  she: 'SH IY',
  so: 'S OW',
  some: 'S AH M',
  the: 'DH AX',
  there: 'DH EH R',
  they: 'DH EY',
  this: 'DH IH S',
  that: 'DH AE T',
  to: 'T UW',
  two: 'T UW',
  was: 'W AH Z',
  we: 'W IY',
  were: 'W ER',
  what: 'W AH T',
  who: 'HH UW',
  world: 'W ER L D',
  you: 'Y UW',
  your: 'Y AO R',
}

/** Letters at the start of what is left of a word, and how they are said. The first that fits wins. */
const RULES: readonly (readonly [letters: RegExp, phones: string])[] = (
  [
    ['tion', 'SH AX N'],
    ['sion', 'ZH AX N'],
    ['ture', 'CH ER'],
    ['ough', 'AO'],
    ['augh', 'AO'],
    ['eigh', 'EY'],
    ['igh', 'AY'],
    ['tch', 'CH'],
    ['dge', 'JH'],
    ['sch', 'S K'],
    ['air', 'EH R'],
    ['ear', 'IH R'],
    ['eer', 'IH R'],
    ['our', 'AW ER'],
    ['oor', 'AO R'],
    ['ing$', 'IH NG'],
    ['ies$', 'IY Z'],
    ['ed$', 'D'],
    ['es$', 'Z'],
    ['le$', 'AX L'],
    ['ph', 'F'],
    ['th', 'TH'],
    ['sh', 'SH'],
    ['ch', 'CH'],
    ['ck', 'K'],
    ['qu', 'K W'],
    ['wh', 'W'],
    ['wr', 'R'],
    ['kn', 'N'],
    ['ng', 'NG'],
    ['gh', ''],
    ['ee', 'IY'],
    ['ea', 'IY'],
    ['ie', 'IY'],
    ['ei', 'EY'],
    ['ey$', 'IY'],
    ['oo', 'UW'],
    ['ou', 'AW'],
    ['ow$', 'OW'],
    ['ow', 'AW'],
    ['oa', 'OW'],
    ['oi', 'OY'],
    ['oy', 'OY'],
    ['ai', 'EY'],
    ['ay', 'EY'],
    ['au', 'AO'],
    ['aw', 'AO'],
    ['ew', 'YU'],
    ['ue', 'UW'],
    ['er', 'ER'],
    ['ir', 'ER'],
    ['ur', 'ER'],
    ['ar', 'AA R'],
    ['or', 'AO R'],
    // A silent e at the end makes the vowel before it long.
    ['a(?=[^aeiouy]e$)', 'EY'],
    ['e(?=[^aeiouy]e$)', 'IY'],
    ['i(?=[^aeiouy]e$)', 'AY'],
    ['o(?=[^aeiouy]e$)', 'OW'],
    ['u(?=[^aeiouy]e$)', 'YU'],
    ['e$', ''],
    ['y$', 'IY'],
    ['o$', 'OW'],
    ['c(?=[eiy])', 'S'],
    ['g(?=[eiy])', 'JH'],
    ['([bdfgklmnprstz])(?=\\1)', ''],
    ['x', 'K S'],
    ['a', 'AE'],
    ['e', 'EH'],
    ['i', 'IH'],
    ['o', 'AA'],
    ['u', 'AH'],
    ['y(?=[aeiou])', 'Y'],
    ['y', 'IH'],
    ['b', 'B'],
    ['c', 'K'],
    ['d', 'D'],
    ['f', 'F'],
    ['g', 'G'],
    ['h', 'HH'],
    ['j', 'JH'],
    ['k', 'K'],
    ['l', 'L'],
    ['m', 'M'],
    ['n', 'N'],
    ['p', 'P'],
    ['q', 'K'],
    ['r', 'R'],
    ['s', 'S'],
    ['t', 'T'],
    ['v', 'V'],
    ['w', 'W'],
    ['z', 'Z'],
  ] as const
).map(([letters, phones]) => [new RegExp(`^(?:${letters})`), phones])

const DIGITS = [
  'Z IH R OW',
  'W AH N',
  'T UW',
  'TH R IY',
  'F AO R',
  'F AY V',
  'S IH K S',
  'S EH V AX N',
  'EY T',
  'N AY N',
]

const INITIALS = ['', 'B', 'P', 'M', 'F', 'D', 'T', 'N', 'L', 'G', 'K', 'HH', 'JH', 'CH', 'SH', 'S']
const FINALS = ['AA', 'OW', 'IY', 'UW', 'AY', 'EY', 'AW', 'AA N', 'AX N', 'AA NG', 'AX NG', 'IY NG']

/** The names of the sounds of a word in Latin letters, such as `hello`. */
export function phonesOfWord(word: string): readonly string[] {
  const plain = word
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase()
  const known = Object.hasOwn(WORDS, plain) ? WORDS[plain] : undefined
  if (known !== undefined) return split(known)
  const phones: string[] = []
  let rest = plain
  while (rest !== '') {
    const [letters, said] = ruleFor(rest, plain)
    phones.push(...split(said))
    rest = rest.slice(Math.max(1, letters))
  }
  // A word of a silent e alone is still said.
  return phones.length === 0 && plain !== '' ? ['AH'] : phones
}

export function phonesOfDigit(digit: string): readonly string[] {
  return split(DIGITS[Number(digit)] ?? '')
}

/** A syllable for a character of a script without letters: always the same one, but not the one that people say. */
export function phonesOfCharacter(character: string): readonly string[] {
  const code = character.codePointAt(0) ?? 0
  const initial = INITIALS[(code * 7) % INITIALS.length] ?? ''
  return split(`${initial} ${FINALS[(code * 13) % FINALS.length] ?? 'AA'}`)
}

function ruleFor(rest: string, word: string): readonly [letters: number, said: string] {
  for (const [letters, said] of RULES) {
    const found = letters.exec(rest)
    // Endings such as -ed are no endings where they are all there is of a vowel.
    const isEnding = letters.source.endsWith('$)') && /^e/.test(rest)
    const before = word.slice(0, word.length - rest.length)
    if (found && (!isEnding || /[aeiou]|.y/.test(before))) return [found[0].length, said]
  }
  return [1, '']
}

function split(phones: string): readonly string[] {
  return phones.split(' ').filter(Boolean)
}
