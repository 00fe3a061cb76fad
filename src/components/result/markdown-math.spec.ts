import { describe, expect, it } from 'vitest'
import type { Token } from 'markdown-it'
import { loadMarkdown } from './markdown'

/** The formulas in a text, those of their own line in double brackets. */
async function formulas(source: string): Promise<string> {
  const read = (tokens: readonly Token[]): string[] =>
    tokens.flatMap((token) => {
      if (token.type === 'math_inline') return [`[${token.content}]`]
      if (token.type === 'math_block') return [`[[${token.info}${token.content}]]`]
      return read(token.children ?? [])
    })
  return read((await loadMarkdown()).parse(source, {})).join(' ')
}

describe('formulas in Markdown', () => {
  it.each([
    ['so $x^2$ is', '[x^2]'],
    ['so \\(a_i b_i\\) is', '[a_i b_i]'],
    ['$a_i$ and $b_i$', '[a_i] [b_i]'],
    ['($x$), "$y$".', '[x] [y]'],
    ['$5 + 3 = 8$', '[5 + 3 = 8]'],
    ['$\\$5$', '[\\$5]'],
    ['here $$x$$ too', '[[x]]'],
    ['here \\[x\\] too', '[[x]]'],
    ['$$\nx\n$$', '[[x]]'],
    ['\\[\nx\n\\]', '[[x]]'],
    ['$$x = 1$$', '[[x = 1]]'],
    ['so\n$$\na\n- b\n+ c\n$$\nwhich', '[[a\n- b\n+ c]]'],
    ['- in a list $x$\n- $$y$$', '[x] [[y]]'],
    ['- item\n\n  $$\n  z\n  $$', '[[z]]'],
    ['> $$\n> q\n> $$', '[[q]]'],
    ['| $a$ | $b$ |\n|-|-|\n| $c$ | 1 |', '[a] [b] [c]'],
    ['$$\nE = mc', '[[openE = mc]]'],
    ['\\[ E = \\frac{1', '[[openE = \\frac{1]]'],
  ])('%j', async (source, expected) => expect(await formulas(source)).toBe(expected))

  it.each([
    '$5 and $10',
    'from $5-$10 a piece',
    '$5, or 10$ for two',
    'US$5 and AU$6',
    'it costs $5.',
    '$ x $',
    '\\$x\\$',
    '`$x$`',
    '```\n$$\nx\n$$\n```',
    '    $$\n    x\n    $$',
    '$x',
    'a$b$c',
    '$$$$',
    'echo $HOME and $PATH',
    '\\(unclosed',
  ])('none in %j', async (source) => expect(await formulas(source)).toBe(''))

  it('does not search a long text again and again', async () => {
    expect(await formulas('$a '.repeat(20_000))).toBe('')
  })
})
