import { isObject, type Json } from '@/core/json'
import type { FileSlot } from '@/core/request'

/** True when two values mean the same JSON; the order of an object's keys has no meaning. */
export function sameJson(a: Json, b: Json): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((member, index) => sameJson(member, b[index]))
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a)
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key] as Json, b[key] as Json))
    )
  }
  return a === b
}

/** True when the same files go to the same places. */
export function sameSlots(a: readonly FileSlot[], b: readonly FileSlot[]): boolean {
  return (
    a.length === b.length &&
    a.every((slot) =>
      b.some(
        ({ pointer, prefix, file }) =>
          pointer === slot.pointer && prefix === slot.prefix && file.blob === slot.file.blob,
      ),
    )
  )
}
