import type { Token } from 'markdown-it'
import { h, type VNodeChild } from 'vue'
import CodeBlock from './CodeBlock.vue'
import MathFormula from './MathFormula.vue'

/**
 * Turns parsed Markdown into nodes, without HTML on the way: what a model wrote can become only the elements below,
 * and no attribute but those set here.
 */
export function markdownNodes(tokens: readonly Token[]): VNodeChild[] {
  const root: VNodeChild[] = []
  const parents: { children: VNodeChild[]; tag: string; props: Record<string, string> }[] = []
  const put = (node: VNodeChild) => (parents.at(-1)?.children ?? root).push(node)
  for (const token of tokens) {
    if (token.nesting === 1) {
      parents.push({ children: [], tag: tagOf(token), props: propsOf(token) })
    } else if (token.nesting === 0) put(leaf(token))
    else {
      const closed = parents.pop()
      if (closed) put(element(closed.tag, closed.props, closed.children))
    }
  }
  return root
}

const TAGS = new Set(
  'a blockquote em h1 h2 h3 h4 h5 h6 li ol p s strong table tbody td th thead tr ul'.split(' '),
)

/** Paragraphs of tight lists are marked as hidden: their words stand in the item itself. */
function tagOf(token: Token): string {
  return token.hidden ? '' : TAGS.has(token.tag) ? token.tag : 'span'
}

function element(tag: string, props: Record<string, string>, children: VNodeChild[]): VNodeChild {
  if (tag === '') return children
  if (tag === 'table') {
    // A wide table scrolls by itself, also by keyboard.
    return h('div', { class: 'table', tabindex: 0 }, [h('table', children)])
  }
  return h(tag, props, children)
}

function propsOf(token: Token): Record<string, string> {
  switch (token.type) {
    case 'link_open':
      return linkProps(String(token.attrGet('href') ?? ''))
    case 'ordered_list_open': {
      const start = token.attrGet('start')
      return start === null ? {} : { start: String(start) }
    }
    case 'th_open':
    case 'td_open': {
      const align = /left|center|right/.exec(String(token.attrGet('style') ?? ''))?.[0]
      return align ? { style: `text-align: ${align}` } : {}
    }
    default:
      return {}
  }
}

function leaf(token: Token): VNodeChild {
  switch (token.type) {
    case 'inline':
      return markdownNodes(token.children ?? [])
    case 'code_inline':
      return h('code', token.content)
    case 'fence':
    case 'code_block':
      return h(CodeBlock, {
        code: token.content.replace(/\n$/, ''),
        language: token.info.trim().split(/\s+/)[0] ?? '',
      })
    case 'math_inline':
      return h(MathFormula, { tex: token.content, display: false })
    case 'math_block':
      return token.info === 'open'
        ? h('p', [h('code', token.content)])
        : h(MathFormula, { tex: token.content, display: true })
    case 'image':
      return imageLink(token)
    case 'hardbreak':
      return h('br')
    case 'hr':
      return h('hr')
    case 'softbreak':
      return '\n'
    default:
      return token.content
  }
}

/** A picture in an answer is named, not loaded: its address could tell a stranger what was said. */
function imageLink(token: Token): VNodeChild {
  const source = String(token.attrGet('src') ?? '')
  const words = token.content || source
  return h('a', { ...linkProps(source), class: 'image' }, `🖼 ${words}`)
}

function linkProps(address: string): Record<string, string> {
  if (!/^(https?:|mailto:)/i.test(address)) return {}
  return { href: address, target: '_blank', rel: 'noopener noreferrer' }
}
