import type { WireRequest } from '@/core/request'
import { httpieSnippet } from './httpie'
import { openaiJavascript } from './openai-javascript'
import { isWellFormed, openaiPython } from './openai-python'
import { openaiPlan } from './openai-plan'
import { rawHttpSnippet } from './raw-http'
import type { Snippet, SnippetLanguage } from './types'

/** Writers that are loaded when they are chosen. Undefined where the library can't send the request. */
export function moreSnippet(wire: WireRequest, language: SnippetLanguage): Snippet | undefined {
  if (language === 'httpie') return httpieSnippet(wire)
  if (language === 'http') return rawHttpSnippet(wire)
  const plan = openaiPlan(wire)
  if (!plan) return undefined
  if (language === 'javascript') return openaiJavascript(wire, plan)
  return language === 'python' && isWellFormed(plan.body) ? openaiPython(wire, plan) : undefined
}
