/*
 * What @huggingface/inference 4.13.30 can say of the nine tasks. `clients.javascript` names the method and its
 * arguments; the model is added where it is missing. javascript-plan.ts compares what the library would send with the
 * request, and where they differ fetch is used. So a definition may always offer a call, but where it says never.
 *
 *   text-classification           textClassification          on hf-inference only: it throws on a flat reply
 *   token-classification          tokenClassification         the same; never for aggregation_strategy "none"
 *   table-question-answering      tableQuestionAnswering      on hf-inference only: it wants an aggregator
 *   object-detection              objectDetection             without parameters, which it drops
 *   automatic-speech-recognition  automaticSpeechRecognition  the same
 *   text-to-image                 textToImage                 always
 *   image-to-image                imageToImage                always
 *   visual-question-answering     visualQuestionAnswering     with top_k 1: it hands on the first answer only
 *   document-question-answering   documentQuestionAnswering   the same, on hf-inference only: it wants a list
 *   conversational                chatCompletion(Stream)      the OpenAI body
 *   text-generation, custom                                   never: it sends a prompt to /v1/completions
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
