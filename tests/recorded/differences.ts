import { isObject } from '@/core/json'

/**
 * Where two JSON values differ, as paths of dots: `+name` is only in `prepared`, `-name` only in `recorded`, `~name` is
 * in both with other values. The order of an object's members does not count.
 */
export function differences(prepared: unknown, recorded: unknown, path = ''): string[] {
  if (isObject(prepared) && isObject(recorded)) {
    const names = [...new Set([...Object.keys(prepared), ...Object.keys(recorded)])]
    return names.flatMap((name) => {
      const inner = path === '' ? name : `${path}.${name}`
      if (!(name in recorded)) return [`+${inner}`]
      if (!(name in prepared)) return [`-${inner}`]
      return differences(prepared[name], recorded[name], inner)
    })
  }
  if (Array.isArray(prepared) && Array.isArray(recorded) && prepared.length === recorded.length) {
    return prepared.flatMap((member, at) => differences(member, recorded[at], `${path}.${at}`))
  }
  return JSON.stringify(prepared) === JSON.stringify(recorded) ? [] : [`~${path}`]
}
