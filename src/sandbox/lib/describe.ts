import { sniffMediaType } from './sniff'

/** What a JSON value is made of. */
export interface Structure {
  readonly type: 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object'
  /** Characters, members or keys. */
  readonly size?: number
  readonly keys?: Readonly<Record<string, Structure>>
  /** The types of an array's members, each once. */
  readonly members?: readonly string[]
}

/** The structure of a JSON value, `depth` levels deep. */
export function describeJson(value: unknown, depth = 4): Structure {
  if (value === null || value === undefined) return { type: 'null' }
  if (typeof value === 'string') return { type: 'string', size: value.length }
  if (typeof value === 'number') return { type: 'number' }
  if (typeof value === 'boolean') return { type: 'boolean' }
  if (Array.isArray(value)) {
    const members = new Set(value.map((member) => describeJson(member, 0).type))
    return { type: 'array', size: value.length, members: [...members] }
  }
  const entries = Object.entries(value)
  if (depth === 0) return { type: 'object', size: entries.length }
  const keys = Object.fromEntries(
    entries.map(([key, member]) => [key, describeJson(member, depth - 1)]),
  )
  return { type: 'object', size: entries.length, keys }
}

/** Size, media types and fingerprint of bytes. `sha256` is undefined where the page is no secure context. */
export async function describeBytes(data: Uint8Array, mediaType: string) {
  return {
    size: data.length,
    mediaType,
    sniffedType: sniffMediaType(data) ?? null,
    sha256: await sha256(data),
  }
}

async function sha256(data: Uint8Array): Promise<string | undefined> {
  // Browsers leave `subtle` out on plain http from another machine, whatever the types say.
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle
  if (!subtle) return undefined
  const digest = await subtle.digest('SHA-256', new Uint8Array(data))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
