import { h, type VNode, type VNodeChild } from 'vue'

/**
 * Formulas as nodes, without HTML on the way: what a model wrote can become only the elements below, with the attributes
 * and styles below. Throws where the TeX can't be read, and for a tree that no person wrote.
 */

const TAGS = new Set(
  (
    'math mfrac mi mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext ' +
    'mtr munder munderover menclose mmultiscripts mprescripts none'
  ).split(' '),
)

const ATTRIBUTES = new Set(
  (
    'accent accentunder columnalign columnlines columnspacing columnspan depth display displaystyle fence form frame ' +
    'height largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits ' +
    'notation rowalign rowlines rowspacing rowspan rspace scriptlevel separator stretchy symmetric voffset width'
  ).split(' '),
)

const STYLES = new Set(
  (
    'background-color border border-bottom border-left border-right border-top color font-style font-weight margin-left ' +
    'margin-right padding padding-bottom padding-left padding-right padding-top text-align width'
  ).split(' '),
)

/** No bracket: no value can name an address or compute anything. */
const VALUE = /^[\w\s.%#+-]{0,60}$/

const MOST_NODES = 4000
const MOST_DEPTH = 60
const LONGEST = 4000

/** The part of Temml that is used. */
export interface Typesetter {
  readonly __renderToMathMLTree: (tex: string, options: object) => unknown
}

/** Formulas by the same one: no macro of one can reach another. */
export function mathNodes(temml: Typesetter, tex: string, display: boolean): VNode {
  if (tex.length > LONGEST) throw new RangeError('A formula this long')
  const tree = temml.__renderToMathMLTree(tex, {
    displayMode: display,
    throwOnError: true,
    trust: false,
    maxExpand: 200,
    maxSize: [20, 200],
  })
  const count = { nodes: 0 }
  const [math] = nodesOf(tree, 0, count)
  if (typeof math !== 'object' || math === null || Array.isArray(math))
    throw new TypeError('No formula')
  return math as VNode
}

interface Node {
  readonly type?: unknown
  readonly text?: unknown
  readonly children?: unknown
  readonly attributes?: unknown
  readonly style?: unknown
  readonly classes?: unknown
}

function nodesOf(value: unknown, depth: number, count: { nodes: number }): VNodeChild[] {
  if (++count.nodes > MOST_NODES || depth > MOST_DEPTH) throw new RangeError('A formula this large')
  if (typeof value !== 'object' || value === null) return []
  const { type, text, children, attributes, style, classes } = value as Node
  if (typeof text === 'string') return [text]
  const list: readonly unknown[] = Array.isArray(children) ? children : []
  const inside = list.flatMap((child) => nodesOf(child, depth + 1, count))
  if (typeof type !== 'string' || !TAGS.has(type)) return inside
  const styles = { ...allowed(style, STYLES), ...alignment(classes) }
  const styled = Object.keys(styles).length > 0 ? { style: styles } : {}
  const props = { ...allowed(attributes, ATTRIBUTES), ...styled }
  return [h(type, props, inside)]
}

/** Of a cell in aligned equations. */
function alignment(classes: unknown): Record<string, string> {
  const side = ['left', 'right'].find(
    (each) => Array.isArray(classes) && classes.includes(`tml-${each}`),
  )
  return side ? { 'text-align': side } : {}
}

function allowed(value: unknown, names: ReadonlySet<string>): Record<string, string> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const entries = Object.entries(value).flatMap(([name, each]): [string, string][] => {
    const text = String(each)
    return names.has(name) && VALUE.test(text) ? [[name, text]] : []
  })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}
