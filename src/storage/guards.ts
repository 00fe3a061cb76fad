import type { Exchange } from '@/core/exchange'
import type { RunOutcome, RunSummary } from '@/core/history'
import { isListOf, isNumber, isObject, isString } from '@/core/json'
import type { FormPart, PreparedRequest } from '@/core/request'
import { isDraft } from './draft-guards'
import type { ConversationRecord, StoredPayload } from './schema'

/** What comes out of a database may be damaged or written by hand: every record is checked before it is believed. */

const phases = ['done', 'failed', 'aborted']
const kinds = ['sandbox', 'provider', 'endpoint']
const endings = ['complete', 'cut', 'aborted']

const oneOf = (list: readonly string[], value: unknown) => isString(value) && list.includes(value)
const optional = (check: (value: unknown) => boolean, value: unknown) =>
  value === undefined || check(value)

export function isRunSummary(value: unknown): value is RunSummary {
  return (
    isObject(value) &&
    [value.id, value.task, value.model, value.title].every(isString) &&
    [value.startedAt, value.bytes].every(isNumber) &&
    oneOf(phases, value.phase) &&
    isObject(value.connection) &&
    oneOf(kinds, value.connection.kind) &&
    isString(value.connection.label) &&
    optional(isString, value.failureKind) &&
    optional(isString, value.conversation) &&
    optional(isNumber, value.totalMs)
  )
}

export function isConversationRecord(value: unknown): value is ConversationRecord {
  if (!isObject(value) || !isObject(value.settings)) return false
  const { settings } = value
  return (
    [value.id, value.name, value.model, value.leaf].every(isString) &&
    [value.startedAt, value.updatedAt, value.messages, value.branches, value.bytes].every(
      isNumber,
    ) &&
    optional(isString, value.revision) &&
    [value.named, settings.stream, settings.plain].every((flag) => typeof flag === 'boolean') &&
    [settings.model, settings.system].every(isString) &&
    isObject(settings.parameters) &&
    isListOf(value.order, isString)
  )
}

export function isPayload(value: unknown): value is StoredPayload {
  return isObject(value) && isDraft(value.draft) && isRequest(value.request)
}

function isRequest(value: unknown): value is PreparedRequest {
  if (!isObject(value) || !isString(value.task) || !isString(value.model)) return false
  if (!isObject(value.connection) || !oneOf(kinds, value.connection.kind)) return false
  if (!isObject(value.credential) || !isObject(value.clients)) return false
  if (value.dialect === 'provider') return isObject(value.call) && isString(value.provider)
  return (
    value.dialect === 'wire' &&
    isString(value.url) &&
    isString(value.method) &&
    isPairs(value.headers) &&
    isRequestBody(value.body)
  )
}

function isRequestBody(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value.kind === 'none') return true
  if (value.kind === 'bytes') return isFile(value.file)
  if (value.kind === 'form') return isString(value.boundary) && isListOf(value.parts, isFormPart)
  const files = value.files
  return (
    value.kind === 'json' &&
    'value' in value &&
    Array.isArray(files) &&
    files.every((slot) => isObject(slot) && isString(slot.pointer) && isFile(slot.file))
  )
}

function isFormPart(value: unknown): value is FormPart {
  return isObject(value) && isString(value.name) && (isString(value.value) || isFile(value.file))
}

function isFile(value: unknown): boolean {
  return isObject(value) && isString(value.name) && value.blob instanceof Blob
}

function isPairs(value: unknown): boolean {
  return Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.every(isString))
}

export function isOutcome(value: unknown): value is RunOutcome {
  if (!isObject(value)) return false
  if (value.phase === 'done') return isExchange(value.exchange)
  if (value.phase !== 'failed' && value.phase !== 'aborted') return false
  const failure =
    value.phase === 'aborted' || (isObject(value.failure) && isString(value.failure.kind))
  return failure && optional(isExchange, value.exchange)
}

function isExchange(value: unknown): value is Exchange {
  return (
    isObject(value) &&
    isNumber(value.status) &&
    isString(value.mediaType) &&
    isPairs(value.headers) &&
    Array.isArray(value.attempts) &&
    oneOf(endings, value.ending) &&
    isObject(value.timing) &&
    isNumber(value.timing.totalMs) &&
    isReplyBody(value.body)
  )
}

function isReplyBody(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value.kind) {
    case 'none':
      return true
    case 'text':
      return isString(value.text)
    case 'bytes':
      return value.blob instanceof Blob
    case 'events':
      return (
        Array.isArray(value.chunks) &&
        value.chunks.every((chunk) => isObject(chunk) && isString(chunk.data) && isNumber(chunk.at))
      )
    default:
      return false
  }
}
