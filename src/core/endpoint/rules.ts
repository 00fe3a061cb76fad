import { isObject, isString } from '../json'
import { jsonOf, metricsText, type ProbeId, type ProbeResults } from './probes'

/** `openai`: it has the OpenAI routes, and does not say who it is. `other`: it answers, and that is all. */
export type ServerKind =
  'sandbox' | 'tgi' | 'tei' | 'vllm' | 'sglang' | 'llamacpp' | 'ollama' | 'openai' | 'other'

/** What servers are called by those who make them; the rest is in the locales. */
export const serverNames: Readonly<Partial<Record<ServerKind, string>>> = {
  tgi: 'Text Generation Inference (TGI)',
  tei: 'Text Embeddings Inference (TEI)',
  vllm: 'vLLM',
  sglang: 'SGLang',
  llamacpp: 'llama.cpp',
  ollama: 'Ollama',
}

interface Seen {
  readonly info: Readonly<Record<string, unknown>>
  /** `owned_by` of the models that it lists; undefined where it lists none. */
  readonly owners: readonly string[] | undefined
  readonly metrics: string
}

interface Rule {
  readonly kind: ServerKind
  readonly probe: ProbeId
  /** What stands in the answer, as it stands there. */
  readonly sign: string
  readonly when: (seen: Seen) => boolean
}

const has = (info: Seen['info'], ...names: string[]) => names.every((name) => name in info)
const owner = (name: string) => (seen: Seen) =>
  seen.owners?.some((each) => each.toLowerCase() === name) ?? false
const prefix = (text: string) => (seen: Seen) =>
  new RegExp(`(?:^|\\n)(?:# (?:HELP|TYPE) )?${text}`).test(seen.metrics)

/** The first kind that matches is it; all its signs are told. */
const rules: readonly Rule[] = [
  { kind: 'sandbox', probe: 'info', sign: '"sandbox"', when: ({ info }) => has(info, 'sandbox') },
  {
    kind: 'tei',
    probe: 'info',
    sign: '"model_type": {…}',
    when: ({ info }) => isObject(info.model_type) && has(info, 'max_client_batch_size'),
  },
  { kind: 'tei', probe: 'metrics', sign: 'te_…', when: prefix('te_') },
  {
    kind: 'tgi',
    probe: 'info',
    sign: '"router": "text-generation-router"',
    when: ({ info }) => isString(info.router) && info.router.startsWith('text-generation'),
  },
  {
    kind: 'tgi',
    probe: 'info',
    sign: '"max_total_tokens"',
    when: ({ info }) => has(info, 'model_id', 'max_total_tokens'),
  },
  { kind: 'tgi', probe: 'metrics', sign: 'tgi_…', when: prefix('tgi_') },
  { kind: 'vllm', probe: 'models', sign: '"owned_by": "vllm"', when: owner('vllm') },
  { kind: 'vllm', probe: 'metrics', sign: 'vllm:…', when: prefix('vllm:') },
  { kind: 'sglang', probe: 'models', sign: '"owned_by": "sglang"', when: owner('sglang') },
  { kind: 'sglang', probe: 'metrics', sign: 'sglang:…', when: prefix('sglang:') },
  { kind: 'llamacpp', probe: 'models', sign: '"owned_by": "llamacpp"', when: owner('llamacpp') },
  { kind: 'llamacpp', probe: 'metrics', sign: 'llamacpp:…', when: prefix('llamacpp:') },
  { kind: 'ollama', probe: 'models', sign: '"owned_by": "library"', when: owner('library') },
  {
    kind: 'openai',
    probe: 'models',
    sign: '"object": "list"',
    when: ({ owners }) => owners !== undefined,
  },
]

export interface Recognised {
  readonly kind: ServerKind
  readonly signs: readonly { readonly probe: ProbeId; readonly sign: string }[]
}

/** Which server it is, by what answers and how; undefined where nothing answers. */
export function recognise(results: ProbeResults): Recognised | undefined {
  if (results.every(({ outcome }) => outcome.kind === 'silent')) return undefined
  const info = jsonOf(results, 'info')
  const seen: Seen = {
    info: isObject(info) ? info : {},
    owners: ownersOf(jsonOf(results, 'models')),
    metrics: metricsText(results) ?? '',
  }
  const matching = rules.filter(({ when }) => when(seen))
  const kind = matching[0]?.kind ?? 'other'
  const signs = matching.filter((rule) => rule.kind === kind)
  return { kind, signs: signs.map(({ probe, sign }) => ({ probe, sign })) }
}

function ownersOf(list: unknown): readonly string[] | undefined {
  if (!isObject(list) || !Array.isArray(list.data)) return undefined
  const models: readonly unknown[] = list.data
  return models.map((model) => (isObject(model) && isString(model.owned_by) ? model.owned_by : ''))
}
