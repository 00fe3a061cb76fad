import { ANY_PROVIDER, isModelId, isProviderName, type HubQuery } from '@/core/hub'
import { hubTask } from '@/core/hub-tasks'

/** What rows show of a model. Licences stand in the tags; a card can be long. */
const LISTED = [
  'downloads',
  'likes',
  'gated',
  'inference',
  'inferenceProviderMapping',
  'pipeline_tag',
  'tags',
  'safetensors',
]
const DETAILED = [...LISTED, 'cardData', 'library_name', 'lastModified', 'gguf']

const PAGE_SIZE = 25
const LONGEST_TEXT = 200
const LONGEST_CURSOR = 2000

/** The address of a list of models. */
export function listUrl(base: string, query: HubQuery): string {
  const { pipelineTag, tag } = hubTask(query.task)
  const url = new URL(`${base}/api/models`)
  const set = (name: string, value: string | undefined) =>
    value && url.searchParams.append(name, value)
  set('search', query.text.trim().slice(0, LONGEST_TEXT))
  set('pipeline_tag', pipelineTag)
  set('filter', tag)
  if (query.provider === ANY_PROVIDER || isProviderName(query.provider))
    set('inference_provider', query.provider)
  set('sort', query.sort)
  set('limit', String(PAGE_SIZE))
  for (const field of LISTED) set('expand[]', field)
  set('cursor', query.cursor)
  return url.href
}

/** The address of one model, or undefined where the id is none. */
export function modelUrl(base: string, id: string): string | undefined {
  if (!isModelId(id)) return undefined
  const url = new URL(`${base}/api/models/${id}`)
  for (const field of DETAILED) url.searchParams.append('expand[]', field)
  return url.href
}

/**
 * Where a list goes on: the `cursor` of the Link header. Nothing else of that address is used, so that an answer can
 * send nobody elsewhere.
 */
export function nextCursor(headers: Headers): string | undefined {
  const target = /<([^<>]+)>\s*;[^,]*\brel="?next"?/i.exec(headers.get('link') ?? '')?.[1]
  if (target === undefined || !URL.canParse(target, 'https://huggingface.co')) return undefined
  const cursor = new URL(target, 'https://huggingface.co').searchParams.get('cursor')
  return cursor && cursor.length <= LONGEST_CURSOR ? cursor : undefined
}
