import type { MarkdownIt } from 'markdown-it'

let loading: Promise<MarkdownIt> | undefined

/** The parser, loaded when it is first needed. A failed load, as without network, is tried again by the next caller. */
export function loadMarkdown(): Promise<MarkdownIt> {
  loading ??= Promise.all([import('markdown-it'), import('./markdown-math')]).then(
    ([{ default: create }, { addMath }]) => {
      const markdown = create({ html: false, linkify: true })
      addMath(markdown)
      return markdown
    },
    (reason: unknown) => {
      loading = undefined
      throw reason
    },
  )
  return loading
}
