/** Sixteen random bytes in hexadecimal. `crypto.randomUUID` exists in secure contexts only; this works on a plain host too. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
