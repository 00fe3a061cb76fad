import type { Json } from './json'

/** What a JSON text says so far. `whole` is false where its end is missing. */
export interface PartialJson {
  readonly value: Json
  readonly whole: boolean
}

/** Deeper than this no model writes on purpose. */
const DEEPEST = 200

class NoJson extends Error {}

/**
 * Reads the beginning of a JSON text: an open string ends where the text ends, a word or number that is not finished is
 * left out. Undefined where the text is no beginning of JSON, or says nothing yet.
 */
export function readPartialJson(text: string): PartialJson | undefined {
  try {
    return { value: JSON.parse(text) as Json, whole: true }
  } catch {
    const reader = new Reader(text)
    try {
      const value = reader.value(0)
      return value === undefined || !reader.atEnd() ? undefined : { value, whole: false }
    } catch (error) {
      if (error instanceof NoJson) return undefined
      throw error
    }
  }
}

class Reader {
  private at = 0
  constructor(private readonly text: string) {}

  atEnd(): boolean {
    this.skip()
    return this.at >= this.text.length
  }

  /** Undefined where the text ends before it says what the value is. */
  value(depth: number): Json | undefined {
    if (depth > DEEPEST) throw new NoJson()
    this.skip()
    switch (this.text[this.at]) {
      case undefined:
        return undefined
      case '{':
        return this.object(depth)
      case '[':
        return this.list(depth)
      case '"':
        return this.string()
      default:
        return this.word()
    }
  }

  private object(depth: number): Json {
    const members: [string, Json][] = []
    const made = () => Object.fromEntries(members)
    this.at++
    if (this.take('}')) return made()
    for (;;) {
      if (this.atEnd()) return made()
      if (this.text[this.at] !== '"') throw new NoJson()
      const key = this.string()
      if (this.atEnd()) return made()
      if (!this.take(':')) throw new NoJson()
      const value = this.value(depth + 1)
      if (value === undefined) return made()
      members.push([key, value])
      if (this.atEnd() || this.take('}')) return made()
      if (!this.take(',')) throw new NoJson()
    }
  }

  private list(depth: number): Json {
    const members: Json[] = []
    this.at++
    if (this.take(']')) return members
    for (;;) {
      const value = this.value(depth + 1)
      if (value === undefined) return members
      members.push(value)
      if (this.atEnd() || this.take(']')) return members
      if (!this.take(',')) throw new NoJson()
    }
  }

  private string(): string {
    const end = /"(?:[^"\\\u0000-\u001f]|\\.)*/sy
    end.lastIndex = this.at
    const found = end.exec(this.text)?.[0] ?? '"'
    this.at += found.length
    const closed = this.text[this.at] === '"'
    if (closed) this.at++
    else if (this.text.slice(this.at).replace(/^\\$/, '') !== '') throw new NoJson()
    else this.at = this.text.length
    return parse(`${closed ? found : found.replace(/\\u[\da-fA-F]{0,3}$/, '')}"`) as string
  }

  private word(): Json | undefined {
    const end = /[-+.\w]+/y
    end.lastIndex = this.at
    const found = end.exec(this.text)?.[0]
    if (found === undefined) throw new NoJson()
    this.at += found.length
    if (this.at < this.text.length) return parse(found)
    const beginsWord = ['true', 'false', 'null'].some((word) => word.startsWith(found))
    if (beginsWord || /^-?\d*(?:\.\d*)?(?:e[-+]?\d*)?$/i.test(found)) return undefined
    throw new NoJson()
  }

  private take(sign: string): boolean {
    this.skip()
    if (this.text[this.at] !== sign) return false
    this.at++
    return true
  }

  private skip(): void {
    const blank = /[ \t\r\n]*/y
    blank.lastIndex = this.at
    this.at += blank.exec(this.text)?.[0].length ?? 0
  }
}

function parse(json: string): Json {
  try {
    return JSON.parse(json) as Json
  } catch {
    throw new NoJson()
  }
}
