import type { WireRequest } from '@/core/request'
import { curlSnippet } from './curl'
import { curlForms } from './curl-form'
import { httpieSnippet } from './httpie'
import { fetchSnippet } from './javascript-fetch'
import { javascriptForms } from './javascript-form'
import { openaiJavascript } from './openai-javascript'
import { isWellFormed, openaiPython } from './openai-python'
import { openaiPlan } from './openai-plan'
import { pythonForms } from './python-form'
import { requestsSnippet } from './python-requests'
import { rawHttpSnippet } from './raw-http'
import type { Snippet, SnippetLanguage } from './types'

/** Writers that are loaded when they are chosen. Undefined where the library can't send the request. */
export function moreSnippet(wire: WireRequest, language: SnippetLanguage): Snippet | undefined {
  if (language === 'httpie') return httpieSnippet(wire)
  if (language === 'http') return rawHttpSnippet(wire)
  if (wire.body.kind === 'form') return formSnippet(wire, language)
  const plan = openaiPlan(wire)
  if (!plan) return undefined
  if (language === 'javascript') return openaiJavascript(wire, plan)
  return language === 'python' && isWellFormed(plan.body) ? openaiPython(wire, plan) : undefined
}

function formSnippet(wire: WireRequest, language: SnippetLanguage): Snippet | undefined {
  if (language === 'curl') return curlSnippet(wire, curlForms)
  if (language === 'javascript') return fetchSnippet(wire, javascriptForms)
  return language === 'python' ? requestsSnippet(wire, pythonForms) : undefined
}
