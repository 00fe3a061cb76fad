import { describeBytes } from './describe'

/** A field of a form as the sandbox saw it. */
type SeenField =
  | { readonly name: string; readonly value: string }
  | ({ readonly name: string; readonly file: string } & Awaited<ReturnType<typeof describeBytes>>)

/** The fields of a multipart form; undefined where the bytes are none. The boundary is their first line. */
export async function describeForm(data: Uint8Array): Promise<readonly SeenField[] | undefined> {
  const [line = ''] = new TextDecoder('latin1').decode(data.subarray(0, 200)).split('\r\n', 1)
  const type = `multipart/form-data; boundary=${line.slice(2)}`
  const body = new Uint8Array(data)
  const form = await new Response(body, { headers: { 'Content-Type': type } })
    .formData()
    .catch(() => undefined)
  if (!form) return undefined
  return Promise.all(
    [...form].map(async ([name, value]): Promise<SeenField> => {
      if (typeof value === 'string') return { name, value }
      const bytes = new Uint8Array(await value.arrayBuffer())
      return { name, file: value.name, ...(await describeBytes(bytes, value.type)) }
    }),
  )
}
