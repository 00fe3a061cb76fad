const MASK = '[token]'

export type Scrub = (text: string) => string

/** Takes a token out of texts: services repeat it in error messages. */
export function scrubber(token: string | undefined): Scrub {
  return token ? (text) => text.replaceAll(token, MASK) : (text) => text
}

/**
 * A reply without the token in its headers or in a text body. Streams stay streams.
 *
 * @param media Look into the bytes of media too; left out, they pass as they are.
 */
export function scrubResponse(
  response: Response,
  token: string | undefined,
  { media = false } = {},
): Response {
  if (!token) return response
  const scrub = scrubber(token)
  const { status, statusText, body } = response
  const headers = [...response.headers].map(([name, value]): [string, string] => [
    name,
    scrub(value),
  ])
  const passes = !media && /^(image|audio|video)\//.test(response.headers.get('content-type') ?? '')
  // Without Content-Length: the text may have changed its length.
  const kept = headers.filter(([name]) => name !== 'content-length' && name !== 'content-encoding')
  return new Response(body && !passes ? body.pipeThrough(scrubStream(token)) : body, {
    status,
    statusText: scrub(statusText),
    headers: kept,
  })
}

/** Scrubs a stream of text; holds back only what may be the beginning of the token. */
function scrubStream(
  token: string,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  const secret = new TextEncoder().encode(token)
  const mask = new TextEncoder().encode(MASK)
  let held = new Uint8Array(0)
  return new TransformStream({
    transform(chunk, controller) {
      const bytes = concat(held, chunk)
      let from = 0
      for (let at = find(bytes, secret, 0); at !== -1; at = find(bytes, secret, from)) {
        controller.enqueue(concat(bytes.slice(from, at), mask))
        from = at + secret.length
      }
      const keep = openEnd(bytes, secret, from)
      if (bytes.length - keep > from) controller.enqueue(bytes.slice(from, bytes.length - keep))
      held = bytes.slice(bytes.length - keep)
    },
    flush(controller) {
      if (held.length > 0) controller.enqueue(held)
    },
  })
}

function concat(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}

function matches(bytes: Uint8Array, secret: Uint8Array, at: number, length: number): boolean {
  for (let index = 0; index < length; index++) if (bytes[at + index] !== secret[index]) return false
  return true
}

function find(bytes: Uint8Array, secret: Uint8Array, from: number): number {
  for (let at = from; at + secret.length <= bytes.length; at++)
    if (matches(bytes, secret, at, secret.length)) return at
  return -1
}

/** How many bytes at the end may be the beginning of the secret. */
function openEnd(bytes: Uint8Array, secret: Uint8Array, from: number): number {
  const longest = Math.min(secret.length - 1, bytes.length - from)
  for (let length = longest; length > 0; length--)
    if (matches(bytes, secret, bytes.length - length, length)) return length
  return 0
}
