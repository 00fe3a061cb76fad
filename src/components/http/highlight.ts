import bash from 'highlight.js/lib/languages/bash'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import python from 'highlight.js/lib/languages/python'
import { createLowlight } from 'lowlight'

const lowlight = createLowlight({ bash, javascript, json, python })

export type CodeLanguage = 'bash' | 'javascript' | 'json' | 'python'

/** Colours code, as a tree of elements and texts whose texts together are the code. */
export function highlight(language: CodeLanguage, code: string) {
  return lowlight.highlight(language, code)
}
