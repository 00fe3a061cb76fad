import type { MarkdownIt } from 'markdown-it'

let loading: Promise<MarkdownIt> | undefined

/** The parser, loaded when it is first needed. A failed load, as without network, is tried again by the next caller. */
export function loadMarkdown(): Promise<MarkdownIt> {
  loading ??= import('markdown-it').then(
    ({ default: create }) => create({ html: false, linkify: true }),
    (reason: unknown) => {
      loading = undefined
      throw reason
    },
  )
  return loading
}
