export interface ZipEntry {
  readonly name: string
  readonly blob: Blob
}

/**
 * Files as one zip, stored as they are: pictures and sounds are compressed already. One file is read at a time, so that
 * the page goes on in between. A name that comes twice gets a number.
 */
export async function zipFiles(entries: readonly ZipEntry[]): Promise<Blob> {
  const { Zip, ZipPassThrough } = await import('fflate')
  const parts: Uint8Array<ArrayBuffer>[] = []
  const taken = new Set<string>()
  let failure: Error | undefined
  const zip = new Zip((error, part) => {
    if (error) failure = error
    else parts.push(new Uint8Array(part))
  })
  for (const { name, blob } of entries) {
    const file = new ZipPassThrough(freeName(name, taken))
    zip.add(file)
    file.push(new Uint8Array(await blob.arrayBuffer()), true)
    if (failure) throw failure
  }
  zip.end()
  return new Blob(parts, { type: 'application/zip' })
}

function freeName(name: string, taken: Set<string>): string {
  const [, stem = name, extension = ''] = /^(.+)(\.\w+)$/.exec(name) ?? []
  let free = name
  for (let count = 2; taken.has(free); count += 1) free = `${stem}-${count}${extension}`
  taken.add(free)
  return free
}
