import { isObject } from './json'

/** What the Hub tells of models, as the pages need it. Every text in here came from outside: show it as text only. */

export const HUB_URL = 'https://huggingface.co'

export const hubSorts = ['trendingScore', 'downloads', 'likes'] as const
export type HubSort = (typeof hubSorts)[number]

/** Stands for "any provider, but at least one". */
export const ANY_PROVIDER = 'all'

export interface HubQuery {
  /** Words of a model's name; `''` for all. */
  readonly text: string
  /** A task page's id; `''` for all. */
  readonly task: string
  /** A provider's name, `ANY_PROVIDER`, or `''` for models whether served or not. */
  readonly provider: string
  readonly sort: HubSort
  /** Where the page before ended. */
  readonly cursor?: string | undefined
}

/** One provider that serves a model. */
export interface Serving {
  readonly provider: string
  /** What it serves the model for, in the Hub's words: `conversational`, `text-to-image`, ... */
  readonly task: string
  readonly status: 'live' | 'staging' | 'error' | 'unknown'
  /** The model's name at the provider. */
  readonly providerId: string
}

/**
 * - `warm`: at least one provider serves it now.
 * - `cold`: the Hub knows it, nobody serves it.
 * - `unknown`: the Hub was not asked, or did not say.
 */
export type ModelState = 'warm' | 'cold' | 'unknown'

export interface HubModel {
  readonly id: string
  readonly state: ModelState
  readonly servings: readonly Serving[]
  /** The Hub's `pipeline_tag`. */
  readonly task?: string
  /** It takes a conversation, whatever its task is called. */
  readonly chat: boolean
  /** Of the last 30 days. */
  readonly downloads?: number
  readonly likes?: number
  /** The licence's short name, such as `apache-2.0`. */
  readonly license?: string
  /** Conditions have to be accepted on the model's page; `manual`: and the author decides. */
  readonly gated?: 'auto' | 'manual'
  /** Number of weights. */
  readonly parameters?: number
  readonly library?: string
  /** Unix time in milliseconds. */
  readonly changedAt?: number
  /** One line of the documentation, in English. */
  readonly description?: string
}

export interface HubPage {
  readonly models: readonly HubModel[]
  /** Pass it as `cursor` for the next page; undefined at the end. */
  readonly next?: string
  /** Entries that could not be read, and were left out. */
  readonly skipped: number
}

/** What the Hub recommends for one of its tasks. */
export interface Recommendation {
  /** What `get_recommended_model` gives; undefined where the Hub names none. */
  readonly model?: string
  /** The documentation's models, with a line each. */
  readonly models: readonly { readonly id: string; readonly description?: string }[]
}

/** What a provider offers a chat model for; what is not known is left out. */
export interface Offer {
  /** Tokens of the question and the answer together. */
  readonly contextLength?: number
  /** US dollars for a million tokens of the question. */
  readonly inputPrice?: number
  /** US dollars for a million tokens of the answer. */
  readonly outputPrice?: number
  readonly tools?: boolean
  readonly structured?: boolean
  /** Of the router's latest probe. */
  readonly firstTokenMs?: number
  readonly tokensPerSecond?: number
}

export type HubFailureKind =
  | 'offline' // the browser says that there is no network
  | 'unreachable' // no answer: the Hub is down, blocked, or out of reach
  | 'timeout'
  | 'rate-limited'
  | 'invalid-id' // no name that a model can have; nothing was asked
  | 'not-found' // no such model, or a private one
  | 'refused' // other 4xx
  | 'server' // 5xx
  | 'unreadable' // an answer of an unknown shape
  | 'internal' // a fault of ours

export class HubError extends Error {
  readonly kind: HubFailureKind
  readonly status?: number | undefined
  /** For `rate-limited`: seconds until the Hub may be asked again. */
  readonly retryAfterSeconds?: number | undefined
  constructor(kind: HubFailureKind, details: { status?: number; retryAfterSeconds?: number } = {}) {
    super(`The Hub: ${kind}`)
    this.name = 'HubError'
    this.kind = kind
    this.status = details.status
    this.retryAfterSeconds = details.retryAfterSeconds
  }
}

/** The Hub can't be asked at all: what is known without it is shown in its place. */
export function isOutOfReach({ kind }: HubError): boolean {
  return kind !== 'invalid-id' && kind !== 'not-found'
}

const PART = '[A-Za-z0-9](?:[\\w.-]{0,95})'
const MODEL_ID = new RegExp(`^${PART}(?:/${PART})?$`)

/** True for a name that a model on the Hub can have: `owner/name`, or an old one without an owner. */
export function isModelId(text: string): boolean {
  return MODEL_ID.test(text) && !/\.\.|--|\.git$/.test(text)
}

export function isProviderName(text: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{0,63}$/i.test(text)
}

/**
 * The model that a person means: `owner/name`, `owner/name:provider`, or the address of its page or of anything below
 * it. Undefined where no model can be meant.
 */
export function modelIdOf(text: string): string | undefined {
  const trimmed = text.trim()
  const path = trimmed.replace(
    /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/(?:api\/)?(?:models\/)?/i,
    '',
  )
  const isAddress = path !== trimmed
  const name = path.split(/[?#]/, 1)[0] ?? ''
  const id = isAddress ? name.split('/').slice(0, 2).join('/') : name.replace(/:[\w.-]+$/, '')
  return isModelId(id) ? id : undefined
}

/** The address of a model's page. The id is one that `isModelId` has passed. */
export function modelPage(id: string): string {
  return `${HUB_URL}/${id}`
}

/** Text from outside in one short line, without signs that could turn the text around them or hide in it. */
export function plainText(value: unknown, limit = 60): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value
    .slice(0, limit * 4)
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  if (text === '') return undefined
  const characters = [...text]
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : text
}

/** A member of an object from outside, whatever it is. */
export function fieldOf(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** Whether a name has all words of a search, wherever they stand. */
export function hasWords(name: string, text: string): boolean {
  const low = name.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => low.includes(word))
}
