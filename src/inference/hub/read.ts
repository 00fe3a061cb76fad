import {
  fieldOf,
  isModelId,
  isProviderName,
  plainText,
  type HubModel,
  type ModelState,
  type Recommendation,
  type Serving,
} from '@/core/hub'
import { isNumber, isObject, isString } from '@/core/json'

/** Reads what the Hub answers. Nothing of it is taken on trust: what has no known shape is left out. */

/** A model of a list or of its own address; undefined where it has no proper name. */
export function readModel(value: unknown): HubModel | undefined {
  const id = fieldOf(value, 'id') ?? fieldOf(value, 'modelId')
  if (!isString(id) || !isModelId(id)) return undefined
  const servings = readServings(fieldOf(value, 'inferenceProviderMapping'))
  const tags = readTags(fieldOf(value, 'tags'))
  const task = name(fieldOf(value, 'pipeline_tag'))
  return withoutEmpty({
    id,
    state: readState(fieldOf(value, 'inference'), servings),
    servings,
    chat:
      tags.includes('conversational') || servings.some((each) => each.task === 'conversational'),
    task,
    downloads: count(fieldOf(value, 'downloads')),
    likes: count(fieldOf(value, 'likes')),
    license: readLicense(fieldOf(value, 'cardData'), tags),
    gated: readGated(fieldOf(value, 'gated')),
    parameters: readParameters(value),
    library: plainText(fieldOf(value, 'library_name'), 40),
    changedAt: readTime(fieldOf(value, 'lastModified')),
  })
}

/** Both documented shapes of a provider mapping: an object by provider, and a list whose members name theirs. */
export function readServings(value: unknown): readonly Serving[] {
  const entries: [unknown, unknown][] = Array.isArray(value)
    ? value.map((each: unknown) => [fieldOf(each, 'provider'), each])
    : isObject(value)
      ? Object.entries(value)
      : []
  return entries.flatMap(([provider, entry]) => {
    const task = name(fieldOf(entry, 'task'))
    if (!isString(provider) || !isProviderName(provider) || task === undefined) return []
    const status = fieldOf(entry, 'status')
    const providerId = plainText(fieldOf(entry, 'providerId'), 160) ?? ''
    return [{ provider, task, status: readStatus(status), providerId }]
  })
}

function readStatus(value: unknown): Serving['status'] {
  return value === 'live' || value === 'staging' || value === 'error' ? value : 'unknown'
}

/** `inference` is `warm` or left out; who serves a model says the same. */
function readState(inference: unknown, servings: readonly Serving[]): ModelState {
  const served = servings.some(({ status }) => status === 'live')
  return inference === 'warm' || served ? 'warm' : 'cold'
}

/** The licence of the model's card, else of its tags; one that is not listed has a name of its own. */
function readLicense(card: unknown, tags: readonly string[]): string | undefined {
  const declared = fieldOf(card, 'license')
  const first: unknown = Array.isArray(declared) ? declared[0] : declared
  const tagged = tags.find((tag) => tag.startsWith('license:'))?.slice('license:'.length)
  const license = plainText(first) ?? plainText(tagged)
  return license === 'other' ? (plainText(fieldOf(card, 'license_name')) ?? license) : license
}

function readGated(value: unknown): 'auto' | 'manual' | undefined {
  if (value === true) return 'auto'
  return value === 'auto' || value === 'manual' ? value : undefined
}

function readParameters(model: unknown): number | undefined {
  const weights =
    fieldOf(fieldOf(model, 'safetensors'), 'total') ?? fieldOf(fieldOf(model, 'gguf'), 'total')
  return count(weights)
}

function readTime(value: unknown): number | undefined {
  const time = isString(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}

function readTags(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(isString) : []
}

/** The description of every task: what /api/tasks answers. Undefined for another shape. */
export function readTasks(value: unknown): ReadonlyMap<string, Recommendation> | undefined {
  if (!isObject(value)) return undefined
  const entries = Object.entries(value).flatMap(([id, details]) => {
    const read = isObject(details) && name(id) !== undefined ? readTask(details) : undefined
    return read ? [[id, read] as const] : []
  })
  return entries.length > 0 ? new Map(entries) : undefined
}

function readTask(details: Record<string, unknown>): Recommendation {
  const listed: readonly unknown[] = Array.isArray(details.models) ? details.models : []
  const models = listed.flatMap((each) => {
    const id = fieldOf(each, 'id')
    if (!isString(id) || !isModelId(id)) return []
    return [withoutEmpty({ id, description: plainText(fieldOf(each, 'description'), 240) })]
  })
  const widgets: readonly unknown[] = Array.isArray(details.widgetModels)
    ? details.widgetModels
    : []
  const first = widgets.find((id): id is string => isString(id) && isModelId(id))
  return withoutEmpty({ model: first, models })
}

const count = (value: unknown) =>
  isNumber(value) && value >= 0 ? Math.min(Math.round(value), 1e15) : undefined

/** A task's or a library's id. */
const name = (value: unknown) =>
  isString(value) && /^[\w-]{1,64}$/.test(value) ? value : undefined

/** Members without a value are left out, so that what is stored or compared has none of them. */
function withoutEmpty<T extends object>(value: T): T {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(entries) as T
}
