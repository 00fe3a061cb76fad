/** Bytes of base64, with or without a `data:` URL's head, standard or URL alphabet; undefined for any other text. */
export function fromBase64(
  text: string,
): { data: Uint8Array<ArrayBuffer>; mediaType?: string } | undefined {
  const head = /^data:([^;,]*)(?:;[^,]*)?,/.exec(text.slice(0, 200))
  const bare = (head ? text.slice(head[0].length) : text).replace(/\s+/g, '')
  const standard = bare.replaceAll('-', '+').replaceAll('_', '/')
  if (standard === '' || /[^A-Za-z0-9+/=]/.test(standard)) return undefined
  try {
    const binary = atob(standard)
    const data = new Uint8Array(binary.length)
    for (let index = 0; index < binary.length; index++) data[index] = binary.charCodeAt(index)
    return head?.[1] ? { data, mediaType: head[1] } : { data }
  } catch {
    return undefined
  }
}
