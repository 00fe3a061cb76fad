import { isObject } from '@/core/json'
import type { Received } from './body'
import { fromBase64 } from './lib/base64'
import { sniffMediaType } from './lib/sniff'

/** Parameters that speak for a task, in this order; names that several tasks have, such as `seed`, speak for none. */
const telling: readonly (readonly [task: string, parameters: readonly string[]])[] = [
  ['zero-shot-classification', ['candidate_labels']],
  ['fill-mask', ['targets']],
  ['token-classification', ['aggregation_strategy', 'ignore_labels', 'stride']],
  [
    'text-to-image',
    ['negative_prompt', 'width', 'height', 'num_inference_steps', 'guidance_scale', 'scheduler'],
  ],
  ['image-segmentation', ['mask_threshold', 'overlap_mask_area_threshold', 'subtask']],
  ['object-detection', ['threshold']],
  ['automatic-speech-recognition', ['return_timestamps']],
  [
    'text-generation',
    ['max_new_tokens', 'return_full_text', 'details', 'do_sample', 'temperature'],
  ],
  ['text-classification', ['function_to_apply', 'top_k']],
]

/**
 * The task that a call is for when neither its path nor its model says so:
 * - bytes by their media type, or else by what they start with: pictures object-detection, sounds
 *   automatic-speech-recognition; text is `inputs`; others custom;
 * - `messages`, or `inputs` of an older chat body: conversational; `prompt`: text-generation;
 * - at the root {query, texts}: text-ranking; options of embeddings: feature-extraction;
 * - `inputs` {source_sentence}: sentence-similarity;
 * - `inputs` {image, question}: visual-question-answering; {image}: zero-shot-image-classification;
 * - `inputs` {query, table}: table-question-answering; {data}: tabular-classification; {question, context}:
 *   question-answering; {text, text_pair}: text-classification;
 * - else by the parameters in `telling`;
 * - a text with [MASK] or <mask>: fill-mask;
 * - a text: base64 of a picture or a sound as above, any other text is continued by text-generation.
 * Undefined when nothing of this fits.
 */
export function guessTask({ json, bytes }: Received): string | undefined {
  if (bytes) return taskOfMedia(bytes.mediaType, bytes.data) ?? 'custom'
  if (!isObject(json)) return undefined
  if (Array.isArray(json.messages)) return 'conversational'
  if (typeof json.prompt === 'string' && !('inputs' in json)) return 'text-generation'
  if ('query' in json && 'texts' in json) return 'text-ranking'
  const embeds = ['normalize', 'prompt_name', 'truncation_direction'].some((name) => name in json)
  if (embeds && 'inputs' in json) return 'feature-extraction'
  return taskOfInputs(json.inputs, isObject(json.parameters) ? json.parameters : {})
}

function taskOfInputs(inputs: unknown, parameters: Record<string, unknown>): string | undefined {
  if (isObject(inputs)) {
    if ('source_sentence' in inputs) return 'sentence-similarity'
    if ('table' in inputs) return 'table-question-answering'
    if ('image' in inputs)
      return 'question' in inputs ? 'visual-question-answering' : 'zero-shot-image-classification'
    if ('data' in inputs) return 'tabular-classification'
    if ('question' in inputs && 'context' in inputs) return 'question-answering'
    if ('past_user_inputs' in inputs || 'generated_responses' in inputs) return 'conversational'
    if ('text' in inputs) return 'text-classification'
    return undefined
  }
  if (Array.isArray(inputs)) {
    if (inputs.some((member) => isObject(member) && 'role' in member)) return 'conversational'
  } else if (typeof inputs !== 'string') {
    return undefined
  }
  const told = telling.find(([, names]) => names.some((name) => name in parameters))
  if (told) return told[0]
  return typeof inputs === 'string' ? taskOfText(inputs) : 'text-classification'
}

function taskOfText(text: string): string {
  if (/\[MASK\]|<mask>/.test(text)) return 'fill-mask'
  // Long enough for a file's signature, and cheap for megabytes of text.
  const decoded = text.length > 64 ? fromBase64(text.slice(0, 64)) : undefined
  return (decoded && taskOfMedia('', decoded.data)) ?? 'text-generation'
}

function taskOfMedia(mediaType: string, data: Uint8Array): string | undefined {
  for (const type of [mediaType, sniffMediaType(data) ?? '']) {
    if (type.startsWith('image/')) return 'object-detection'
    if (type.startsWith('audio/')) return 'automatic-speech-recognition'
    if (mediaType.startsWith('text/')) return 'text-generation'
  }
  return undefined
}
