import type { Json } from '@/core/json'

/** A filled hypothesis in pieces; `label` marks where the label went in. */
export type Hypothesis = readonly { readonly text: string; readonly label: boolean }[]

/** The template that a request has, as far as it is a text; else `usual`, the one that services use by themselves. */
export function templateOf(parameter: Json | undefined, usual: string): string {
  return typeof parameter === 'string' && parameter !== '' ? parameter : usual
}

/**
 * Fills a template as Python's `str.format` does with one value: `{}` or `{0}` is the label, `{{` and `}}` are braces.
 * Undefined for a template that takes no label or that the services refuse.
 */
export function fillTemplate(template: string, label: string): Hypothesis | undefined {
  const pieces: { text: string; label: boolean }[] = []
  const counts = { automatic: 0, numbered: 0 }
  for (const [part] of template.matchAll(/\{\{|\}\}|\{0?\}|[{}]|[^{}]+/g)) {
    if (part === '{' || part === '}') return undefined
    const isLabel = part === '{}' || part === '{0}'
    if (isLabel) counts[part === '{}' ? 'automatic' : 'numbered']++
    const text = isLabel ? label : part === '{{' ? '{' : part === '}}' ? '}' : part
    pieces.push({ text, label: isLabel })
  }
  const { automatic, numbered } = counts
  const takesOne = automatic === 1 ? numbered === 0 : automatic === 0 && numbered > 0
  return takesOne ? pieces : undefined
}
