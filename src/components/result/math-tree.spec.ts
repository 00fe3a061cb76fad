import temml from 'temml'
import { describe, expect, it } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { mathNodes } from './math-tree'

async function html(tex: string, display = false): Promise<string> {
  const node = mathNodes(temml, tex, display)
  return renderToString(createSSRApp({ render: () => h('div', [node]) }))
}

describe('mathNodes', () => {
  it.each([
    ['x^2', '<msup><mi>x</mi><mn>2</mn></msup>'],
    ['\\frac{a}{b}', '<mfrac><mi>a</mi><mi>b</mi></mfrac>'],
    ['\\text{<img>}', '<mtext>&lt;img&gt;</mtext>'],
    ['\\color{red}x', 'color:#ff0000'],
    ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '<mtr><mtd'],
  ])('sets %s', async (tex, expected) => expect(await html(tex)).toContain(expected))

  it('tells a formula of its own line', async () => {
    expect(await html('x', true)).toContain('<math display="block"')
    expect(await html('x')).not.toContain('display="block"')
  })

  it.each([
    ['a link', '\\href{javascript:alert(1)}{x}'],
    ['an address', '\\url{https://evil.test}'],
    ['a picture', '\\includegraphics{https://evil.test/x.png}'],
    ['a class', '\\class{evil}{x}'],
    ['an id', '\\id{evil}{x}'],
    ['a style', '\\style{background:url(https://evil.test)}{x}'],
    ['data', '\\data{x=1}{y}'],
    ['a macro without end', '\\def\\a{\\a\\a}\\a'],
    ['macros that multiply', `\\def\\a#1{#1#1#1#1}${'\\a{'.repeat(30)}x${'}'.repeat(30)}`],
    ['half a formula', '\\frac{1'],
    ['a name that is none', '\\nosuchthing'],
    ['nested roots', `${'\\sqrt{'.repeat(400)}x${'}'.repeat(400)}`],
    ['length', 'x+'.repeat(5000)],
  ])('refuses %s', (_name, tex) => expect(() => mathNodes(temml, tex, false)).toThrow())

  it.each(['\\rule{9999em}{9999em}', '\\hspace{9999em}x', '\\kern9999em x'])(
    'bounds what takes room: %s',
    async (tex) => expect(await html(tex)).not.toMatch(/\d{4}/),
  )

  it('lets no macro of a formula reach another', () => {
    expect(() => mathNodes(temml, '\\gdef\\mine{x}\\mine', false)).not.toThrow()
    expect(() => mathNodes(temml, '\\mine', false)).toThrow()
  })

  it('takes only elements, attributes and styles that it knows', async () => {
    const evil = {
      type: 'math',
      attributes: { onclick: 'x()', href: 'javascript:x()', mathcolor: 'url(x)', display: 'block' },
      style: { position: 'fixed', color: 'url(x)', width: '50%' },
      children: [
        { type: 'script', children: [{ text: 'x()' }] },
        { type: 'mi', attributes: { id: 'x', class: 'y' }, children: [{ text: 'a' }] },
      ],
    }
    const node = mathNodes({ __renderToMathMLTree: () => evil }, '', false)
    const out = await renderToString(createSSRApp({ render: () => h('div', [node]) }))
    expect(out.replace(/<!--.*?-->/g, '')).toBe(
      '<div><math display="block" style="width:50%;">x()<mi>a</mi></math></div>',
    )
  })
})
