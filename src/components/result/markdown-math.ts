import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it'

/** Formulas in Markdown: `$…$`, `$$…$$`, `\(…\)` and `\[…\]`, as tokens `math_inline` and `math_block` with their TeX. */

/** Longer than any formula in a line: what is no formula is not searched further for its end. */
const LONGEST = 2000

const BACKSLASH = 0x5c
const DOLLAR = 0x24

/** Teaches a parser formulas. */
export function addMath(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'math', inlineMath)
  markdown.block.ruler.before('fence', 'math', blockMath, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
}

interface Found {
  readonly tex: string
  /** Where what stands behind the formula begins. */
  readonly end: number
  readonly display: boolean
}

function inlineMath(state: StateInline, silent: boolean): boolean {
  const code = state.src.charCodeAt(state.pos)
  if (code !== DOLLAR && code !== BACKSLASH) return false
  const found = code === DOLLAR ? inDollars(state) : inBrackets(state)
  if (!found || found.tex.trim() === '') return false
  if (!silent) {
    const token = state.push(found.display ? 'math_block' : 'math_inline', 'math', 0)
    token.content = found.tex
  }
  state.pos = found.end
  return true
}

/** `\(…\)` and `\[…\]`. */
function inBrackets({ src, pos }: StateInline): Found | undefined {
  const open = src.charAt(pos + 1)
  const close = open === '(' ? '\\)' : open === '[' ? '\\]' : undefined
  if (!close) return undefined
  const end = src.slice(0, pos + LONGEST).indexOf(close, pos + 2)
  if (end < 0) return undefined
  return { tex: src.slice(pos + 2, end), end: end + 2, display: open === '[' }
}

function inDollars({ src, pos }: StateInline): Found | undefined {
  if (src.startsWith('$$', pos)) {
    const end = src.slice(0, pos + LONGEST).indexOf('$$', pos + 2)
    if (end < 0) return undefined
    return { tex: src.slice(pos + 2, end), end: end + 2, display: true }
  }
  if (/[\w$\\]/.test(src.charAt(pos - 1)) || /\s|^$/.test(src.charAt(pos + 1))) return undefined
  const last = Math.min(src.length, pos + LONGEST)
  for (let at = pos + 1; at < last; at++) {
    const code = src.charCodeAt(at)
    if (code === BACKSLASH) at++
    else if (code === DOLLAR) {
      const tex = src.slice(pos + 1, at)
      return closes(src, at) && !isMoney(tex) ? { tex, end: at + 1, display: false } : undefined
    }
  }
  return undefined
}

/** A dollar behind a space, or before a digit, is money: `$5 and $10`. */
function closes(src: string, at: number): boolean {
  return !/\s/.test(src.charAt(at - 1)) && !/[\d$]/.test(src.charAt(at + 1))
}

/** `$5, or 10$`: an amount and words, and no sign of a formula. */
function isMoney(tex: string): boolean {
  return /^\d[\d.,]*[\s,;)]/.test(tex) && !/[\\^_{}=+*<>]/.test(tex)
}

/** A formula of lines of its own. One that is not closed yet shows its source: `open`. */
function blockMath(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const from = (state.bMarks[start] ?? 0) + (state.tShift[start] ?? 0)
  const first = state.src.slice(from, state.eMarks[start])
  const close = first.startsWith('$$') ? '$$' : first.startsWith('\\[') ? '\\]' : undefined
  if (!close || (state.sCount[start] ?? 0) - state.blkIndent >= 4) return false
  // In a line with other words it stands among them.
  const inLine = first.indexOf(close, 2)
  if (inLine >= 0 && first.slice(inLine + 2).trim() !== '') return false
  const lines: string[] = []
  let line = start
  let closed = false
  for (; line < end && !closed; line++) {
    const text =
      line === start ? first.slice(2) : state.getLines(line, line + 1, state.blkIndent, false)
    const at = text.indexOf(close)
    closed = at >= 0
    if (closed && text.slice(at + 2).trim() !== '') return false
    lines.push(closed ? text.slice(0, at) : text)
  }
  const tex = lines.join('\n').trim()
  if (tex === '') return false
  if (silent) return true
  const token = state.push('math_block', 'math', 0)
  token.content = tex
  token.block = true
  if (!closed) token.info = 'open'
  state.line = line
  return true
}
