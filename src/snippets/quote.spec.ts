import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { has, run } from '../../tests/support/run-code'
import { bashQuote, bashWord, javascriptString, pythonString } from './quote'

const bash = has('bash', '-c', 'true')
const python3 = has('python3', '-c', '')

const NASTY = [
  '',
  "it's",
  `'"'"'`,
  '"double" \\"escaped\\"',
  '$HOME ${HOME} $(id) `id` !! !$',
  '\\ \\n \\\\ \\u0041 \\',
  'line\nline\r\nline\r\ttab',
  '@file',
  '-rf',
  '--data',
  '%s %d %% %0a',
  '~ * ? [a] {b,c} # ; & | < > ( )',
  '${"a"} `${1}` </script>',
  '你好，世界\u3000🐈‍⬛ 👩‍👩‍👧',
  'a\u2028b\u2029c\u0085d\u00a0e\ufeff',
  '\u202eevil\u2066',
  '\u0001\u0007\u001b[31m\u007f',
  '🏴\u{e0067}\u{e0062}\u{e007f}',
  "x' || curl evil #",
  '"""',
  "'''",
]
/** What no argument of a process can hold, but a string literal can. */
const NO_ARGUMENT = ['\0', '\0' + '1', 'a\ud800b', '\udc00', '\udc00\ud800', '\ud83d']

/** A small generator with a seed (mulberry32), so that a failure can be had again. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const SPICE = [
  ...`'"\\$\`!@-%{}[]()<>|&;#~*?=,: \n\r\t`,
  '\\u',
  "'\\''",
  '$(',
  '你',
  '🐈',
  '\u2028',
]

function randomTexts(count: number, seed: number, surrogates: boolean): string[] {
  const random = seeded(seed)
  const pick = (size: number) => Math.floor(random() * size)
  return Array.from({ length: count }, () => {
    const letters = Array.from({ length: pick(24) }, () => {
      if (random() < 0.6) return SPICE[pick(SPICE.length)] ?? ''
      const unit = 1 + pick(0xffff)
      return !surrogates && unit >= 0xd800 && unit <= 0xdfff ? 'x' : String.fromCharCode(unit)
    })
    return letters.join('')
  })
}

const ARGUMENTS = [...NASTY, ...randomTexts(600, 1, false)]
const LITERALS = [...NASTY, ...NO_ARGUMENT, ...randomTexts(600, 2, true)]

describe('bash words', () => {
  it.skipIf(!bash)('come out of bash as they went in (needs bash)', async () => {
    for (const quote of [bashQuote, bashWord]) {
      const words = ARGUMENTS.map(quote).join(' ')
      const { stdout, stderr } = await run('bash', [], { input: `printf '%s\\0' ${words}\n` })
      expect(stderr).toBe('')
      expect(stdout.split('\0').slice(0, -1)).toEqual(ARGUMENTS)
    }
  })

  it.each([
    ['https://host:8080/a/b-c_d.e', 'https://host:8080/a/b-c_d.e'],
    ['@cats.png', '@cats.png'],
    ['@my cats.png', "'@my cats.png'"],
    ['-x', "'-x'"],
    ['=ls', "'=ls'"],
    ['', "''"],
    ["it's", "'it'\\''s'"],
    ['你好', "'你好'"],
  ])('are bare only where that is safe: %s', (text, word) => {
    expect(bashWord(text)).toBe(word)
  })
})

describe('JavaScript strings', () => {
  it('evaluate to the text', () => {
    for (const text of LITERALS)
      expect(runInNewContext(javascriptString(text), {}, { timeout: 1000 })).toBe(text)
  })

  it.each([
    ['你好 🐈', '"你好 🐈"'],
    ['say "hi"', '"say \\"hi\\""'],
    ["it's $x `y`", '"it\'s $x `y`"'],
    ['a\nb\u2028\u202e\0', '"a\\nb\\u2028\\u202e\\u0000"'],
    ['\u{e0067}\ud800', '"\\u{e0067}\\ud800"'],
  ])('stay readable: %j', (text, code) => {
    expect(javascriptString(text)).toBe(code)
  })
})

describe('Python strings', () => {
  it.skipIf(!python3)('evaluate to the text (needs python3)', async () => {
    const source = `import json\nprint(json.dumps([\n${LITERALS.map(pythonString).join(',\n')}\n]))\n`
    const { stdout, stderr } = await run('python3', ['-'], { input: source })
    expect(stderr).toBe('')
    // Two halves of a letter side by side are one letter to JSON, and are two to Python.
    expect(JSON.parse(stdout)).toEqual(LITERALS)
  })

  it.each([
    ['你好 🐈', '"你好 🐈"'],
    ['a\nb\u2028\0\u00a0', '"a\\nb\\u2028\\x00\\xa0"'],
    ['\u{e0067}\ud800', '"\\U000e0067\\ud800"'],
  ])('stay readable: %j', (text, code) => {
    expect(pythonString(text)).toBe(code)
  })
})
