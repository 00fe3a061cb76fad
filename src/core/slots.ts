import type { Json } from './json'
import type { FileSlot, RequestBody } from './request'

interface Place {
  readonly tokens: readonly string[]
  readonly slot: FileSlot
}

/**
 * The JSON text of a body, cut where a file's base64 goes: joined, with each slot replaced by its base64, it is the
 * body byte for byte. Walks the value by pointer, so that no text of the person's can be taken for a slot.
 * An empty list when the body has no text. Throws RangeError when a pointer leads nowhere.
 */
export function jsonTextWithSlots(body: RequestBody): (string | FileSlot)[] {
  if (body.kind !== 'json') return []
  const pieces = write(body.value, placesOf(body.files))
  return pieces.reduce<(string | FileSlot)[]>((joined, piece) => {
    const last = joined.length - 1
    const before = joined[last]
    if (typeof piece === 'string' && typeof before === 'string') joined[last] = before + piece
    else joined.push(piece)
    return joined
  }, [])
}

/** A JSON value with something else in the slots' places. */
export type Filled<T> = Json | T | readonly Filled<T>[] | { readonly [key: string]: Filled<T> }

/**
 * A JSON value with what `make` gives in each slot's place; the rest of the value is shared, not copied.
 * Throws RangeError when a pointer leads nowhere.
 */
export function fillSlots<T>(
  value: Json,
  slots: readonly FileSlot[],
  make: (slot: FileSlot) => T,
): Filled<T> {
  return fill(value, placesOf(slots), make)
}

/** The reference tokens of a JSON pointer (RFC 6901). Throws RangeError for a text that is none. */
export function pointerTokens(pointer: string): string[] {
  if (pointer === '') return []
  if (!pointer.startsWith('/')) throw new RangeError(`Not a JSON pointer: ${pointer}`)
  const tokens = pointer.slice(1).split('/')
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function placesOf(slots: readonly FileSlot[]): Place[] {
  return slots.map((slot) => ({ tokens: pointerTokens(slot.pointer), slot }))
}

function write(value: Json, places: readonly Place[]): (string | FileSlot)[] {
  const here = places.find(({ tokens }) => tokens.length === 0)
  if (here) return ['"' + JSON.stringify(here.slot.prefix).slice(1, -1), here.slot, '"']
  if (places.length === 0) return [JSON.stringify(value)]
  const members = membersOf(value, places)
  const isList = Array.isArray(value)
  const pieces = members.flatMap(([key, member], index): (string | FileSlot)[] => {
    const head = (index === 0 ? '' : ',') + (isList ? '' : `${JSON.stringify(key)}:`)
    return [head, ...write(member, below(places, key))]
  })
  return [isList ? '[' : '{', ...pieces, isList ? ']' : '}']
}

function fill<T>(value: Json, places: readonly Place[], make: (slot: FileSlot) => T): Filled<T> {
  const here = places.find(({ tokens }) => tokens.length === 0)
  if (here) return make(here.slot)
  if (places.length === 0) return value
  const members = membersOf(value, places).map(
    ([key, member]) => [key, fill(member, below(places, key), make)] as const,
  )
  return Array.isArray(value) ? members.map(([, member]) => member) : Object.fromEntries(members)
}

/** A list's or an object's members. Throws RangeError when a place is in none of them. */
function membersOf(value: Json, places: readonly Place[]): (readonly [string, Json])[] {
  const members: [string, Json][] =
    typeof value === 'object' && value !== null ? Object.entries(value) : []
  const keys = new Set(members.map(([key]) => key))
  const lost = places.find(({ tokens: [key = ''] }) => !keys.has(key))
  if (lost) throw new RangeError(`No place for a file at ${lost.slot.pointer}`)
  return members
}

function below(places: readonly Place[], key: string): Place[] {
  return places
    .filter(({ tokens }) => tokens[0] === key)
    .map(({ tokens, slot }) => ({ tokens: tokens.slice(1), slot }))
}
