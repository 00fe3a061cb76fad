import { describe, expect, it } from 'vitest'
import { highlight, type CodeKind, type CodeLanguage } from './highlight'

/** What has a kind, in turn. */
const kinds = (language: CodeLanguage, code: string) =>
  highlight(language, code).flatMap(({ kind, text }) => (kind ? [[kind, text]] : []))

const cases: [CodeLanguage, string, [CodeKind, string][]][] = [
  [
    'bash',
    `curl -X POST http://localhost/a#b \\\n  -H "Bearer $HF_TOKEN" \\\n  --data-raw '{"a": "it'\\''s"}'`,
    [
      ['keyword', 'curl'],
      ['name', '-X'],
      ['name', '-H'],
      ['string', '"Bearer '],
      ['variable', '$HF_TOKEN'],
      ['string', '"'],
      ['name', '--data-raw'],
      ['string', `'{"a": "it'`],
      ['string', "\\'"],
      ['string', `'s"}'`],
    ],
  ],
  [
    'bash',
    `{\n  printf '%s' '# no comment'\n  base64 < a.png | tr -d '\\n'\n} | curl x # words`,
    [
      ['keyword', 'printf'],
      ['string', `'%s'`],
      ['string', `'# no comment'`],
      ['keyword', 'base64'],
      ['keyword', 'tr'],
      ['name', '-d'],
      ['string', `'\\n'`],
      ['keyword', 'curl'],
      ['comment', '# words'],
    ],
  ],
  [
    'javascript',
    `// if\nconst data = await query({ for: "a \\"const\\" b", n: -1.5e3 }, \`x \${y}\`, a.import)`,
    [
      ['comment', '// if'],
      ['keyword', 'const'],
      ['keyword', 'await'],
      ['name', 'query'],
      ['keyword', 'for'],
      ['string', '"a \\"const\\" b"'],
      ['number', '1.5e3'],
      ['string', '`x ${y}`'],
    ],
  ],
  [
    'python',
    `import os # env\nx = f"Bearer {os.environ['A']}"\nb"""a\n"b" """, None, classes, 10`,
    [
      ['keyword', 'import'],
      ['comment', '# env'],
      ['string', `f"Bearer {os.environ['A']}"`],
      ['string', 'b"""a\n"b" """'],
      ['keyword', 'None'],
      ['number', '10'],
    ],
  ],
]

describe('highlight', () => {
  it.each(cases)('finds the parts of %s', (language, code, expected) => {
    expect(kinds(language, code)).toEqual(expected)
  })

  it.each(['bash', 'javascript', 'python'] as const)('loses no letter of %s', (language) => {
    for (const code of ['', '\n', '"open', "'open\n'''", '`${', '\\"', '$', 'a'.repeat(3)])
      expect(
        highlight(language, code)
          .map(({ text }) => text)
          .join(''),
      ).toBe(code)
  })
})
