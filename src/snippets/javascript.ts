/*
 * What @huggingface/inference 4.13.30 can say of the nine tasks. `clients.javascript` names the method and its arguments
 * with `model`; javascript-plan.ts then compares what the library would send with the request, and this file falls
 * back to fetch where they differ. So a definition may offer a call always, except where the table says never.
 *
 *   text-classification          textClassification        used on hf-inference; throws on a flat reply, so not on endpoints
 *   token-classification         tokenClassification       the same; leave out for aggregation_strategy "none", it throws
 *   table-question-answering     tableQuestionAnswering    the same; it wants an aggregator
 *   object-detection             objectDetection           without parameters, which it drops
 *   automatic-speech-recognition automaticSpeechRecognition the same
 *   text-to-image                textToImage               always
 *   conversational               chatCompletion(Stream)    OpenAI body only
 *   text-generation, custom      never: it goes to /v1/completions with a prompt
 */
import type { PreparedRequest } from '@/core/request'
import { clientSnippet } from './javascript-client'
import { fetchSnippet } from './javascript-fetch'
import { clientPlan, providerPlan } from './javascript-plan'
import type { Snippet } from './types'

/** An ES module for Node 20: with the official client where that sends the same request, with fetch otherwise. */
export function javascriptSnippet(request: PreparedRequest): Snippet {
  if (request.dialect === 'provider') return clientSnippet(request, providerPlan(request))
  const plan = clientPlan(request)
  return plan ? clientSnippet(request, plan) : fetchSnippet(request)
}
