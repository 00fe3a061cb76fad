import { describe, expect, it } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { loadMarkdown } from './markdown'
import { markdownNodes } from './markdown-nodes'

/** The nodes as HTML, code blocks in short. */
async function html(source: string): Promise<string> {
  const nodes = markdownNodes((await loadMarkdown()).parse(source, {}))
  const app = createSSRApp({ render: () => h('div', nodes) })
  const rendered = await renderToString(app)
  return rendered.replace(/<!--.*?-->/g, '').replace(/^<div>|<\/div>$/g, '')
}

describe('markdownNodes', () => {
  it.each([
    ['**a** *b* ~~c~~ `d<e`', '<p><strong>a</strong> <em>b</em> <s>c</s> <code>d&lt;e</code></p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['3. a\n\n4. b', '<ol start="3"><li><p>a</p></li><li><p>b</p></li></ol>'],
    ['# T\n\n---', '<h1>T</h1><hr>'],
    ['a  \nb', '<p>a<br>b</p>'],
    [
      '|a|b|\n|-|-:|\n|1|2|',
      '<div class="table" tabindex="0"><table><thead><tr><th>a</th><th style="text-align: right">b</th></tr></thead>' +
        '<tbody><tr><td>1</td><td style="text-align: right">2</td></tr></tbody></table></div>',
    ],
  ])('%j', async (source, expected) => expect(await html(source)).toBe(expected))

  it.each([
    ['<img src=x onerror=alert(1)>', '&lt;img'],
    ['<script>alert(1)</script>', '&lt;script&gt;'],
    ['a <b onclick="x">b</b>', '&lt;b onclick='],
  ])('shows HTML as words: %s', async (source, words) => {
    const out = await html(source)
    expect(out).toContain(words)
    expect(out.replace(/<\/?p>/g, '')).not.toContain('<')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '//evil.test/x', 'file:///x'])(
    'makes no link to %s',
    async (address) => expect(await html(`[words](${address})`)).not.toContain('href'),
  )

  it.each([
    ['[a](https://x.test/?a=1&b=2)', 'https://x.test/?a=1&amp;b=2'],
    ['see https://x.test/a.', 'https://x.test/a'],
  ])('opens links elsewhere, and tells them nothing: %s', async (source, address) =>
    expect(await html(source)).toContain(
      `<a href="${address}" target="_blank" rel="noopener noreferrer">`,
    ),
  )

  it('names a picture and does not load it', async () => {
    const out = await html('![a cat](https://x.test/track.png)')
    expect(out).toContain('href="https://x.test/track.png"')
    expect(out).toContain('a cat')
    expect(out).not.toContain('<img')
  })
})
