import { describe, expect, it } from 'vitest'
import { cmdWords, isCmd } from './cmd-words'
import { shellWords, wordText } from './shell-words'

const texts = (source: string) =>
  shellWords(source).tokens.map((token) =>
    token.kind === 'word' ? wordText(token.parts) : `<${token.text}>`,
  )

describe('words of bash', () => {
  it.each<[source: string, words: string[]]>([
    ['curl  -X POST', ['curl', '-X', 'POST']],
    [String.raw`'it'\''s' "a b"c`, ["it's", 'a bc']],
    ['"\\"\\\\\\$\\`\\n" \\n', ['"\\$`\\n', 'n']],
    [
      String.raw`$'a\nb\t\'\\\x41\u4f60\ud83d\ude00\U1f600\101\xe4\xbd\xa0'`,
      ["a\nb\t'\\A你😀😀A你"],
    ],
    ['a \\\n  b \\\r\n  c', ['a', 'b', 'c']],
    ['a\\\nb', ['ab']],
    ['a # not this\nb #c', ['a', '<;>', 'b']],
    ['a#b', ['a#b']],
    ['"$HF_TOKEN" ${X}y \'$Z\' $', ['$HF_TOKEN', '$Xy', '$Z', '$']],
    ['a "" \'\'', ['a', '', '']],
    [
      'a|b && c; d > e 2>&1',
      ['a', '<|>', 'b', '<&&>', 'c', '<;>', 'd', '<>>', 'e', '2', '<>&>', '1'],
    ],
    ['a $(b "c)" (d)) `e`', ['a', '$(b "c)" (d))', '$(e)']],
    ['"a\nb" c', ['a\nb', 'c']],
    ['你好 "🐈"', ['你好', '🐈']],
  ])('%j', (source, words) => {
    expect(texts(source)).toEqual(words)
  })

  it('keeps a variable apart from a dollar sign in quotes', () => {
    const [word] = shellWords(`"Bearer $TOKEN "'$X'`).tokens
    expect(word).toMatchObject({
      quoted: true,
      parts: [
        { kind: 'text', text: 'Bearer ' },
        { kind: 'variable', name: 'TOKEN' },
        { kind: 'text', text: ' $X' },
      ],
    })
  })

  it.each(['"a', "'a", "$'a", '$(a', '`a', 'a <<X\nb'])('says that %j is not closed', (source) => {
    expect(shellWords(source).open).toBe(true)
  })

  it('reads here-documents', () => {
    const [, , operator] = shellWords(`curl @- <<'EOF'\n{"a": "$b"}\nEOF\nnext`).tokens
    expect(operator).toEqual({
      kind: 'operator',
      text: '<<',
      document: [{ kind: 'text', text: '{"a": "$b"}\n' }],
    })
    const [, bare] = shellWords('cat <<-EOF\n\t"$b"\n\tEOF').tokens
    expect(bare).toMatchObject({
      document: [{ text: '"' }, { kind: 'variable', name: 'b' }, { text: '"\n' }],
    })
  })

  it('never throws', () => {
    const signs = [
      '\\',
      "'",
      '"',
      '$',
      '(',
      ')',
      '`',
      '{',
      '|',
      '<',
      '\n',
      'a',
      ' ',
      '^',
      '#',
      '\u{10ff00}',
    ]
    let seed = 1
    for (let count = 0; count < 3000; count++) {
      let source = ''
      for (let letter = 0; letter < 12; letter++) {
        seed = (seed * 48271) % 2147483647
        source += signs[seed % signs.length] ?? ''
      }
      expect(() => [shellWords(source), cmdWords(source)], source).not.toThrow()
    }
  })
})

describe('words of cmd.exe', () => {
  const words = (source: string) =>
    cmdWords(source).tokens.map((token) => (token.kind === 'word' ? wordText(token.parts) : ''))

  it.each<[source: string, words: string[]]>([
    [
      'curl ^"https://h/a?b=1^&c=2^" ^\r\n  -H ^"accept: */*^" ^\n --data-raw ^"^{^\\^"a^\\^":^\\^"b^\\^\\n^\\^"^}^"',
      ['curl', 'https://h/a?b=1&c=2', '-H', 'accept: */*', '--data-raw', '{"a":"b\\n"}'],
    ],
    [
      'curl "https://h/a" ^\n  -H "accept: */*" ^\n  --data-raw "{\\"a\\":\\"b c\\"}"',
      ['curl', 'https://h/a', '-H', 'accept: */*', '--data-raw', '{"a":"b c"}'],
    ],
    ['curl ^"a^\n\nb^"', ['curl', 'a\nb']],
    ['curl "a ""b"" c"', ['curl', 'a "b" c']],
  ])('%j', (source, expected) => {
    expect(words(source)).toEqual(expected)
  })

  it.each([
    ['curl ^"https://h^"', true],
    ['curl "https://h" ^\n -X POST', true],
    ['curl "https://h" \\\n -X POST', false],
    ["curl -d 'x^2'", false],
  ])('are told by their carets: %j', (source, cmd) => {
    expect(isCmd(source)).toBe(cmd)
  })
})
