import type { SandboxTask } from '@/core/sandbox'
import { describeBytes, describeJson } from '@/sandbox/lib/describe'
import { describeForm } from '@/sandbox/lib/describe-form'

/** Tells what came: the structure of JSON with its echo, size and fingerprint of bytes, a form's fields; piece by piece when streamed. */
const sandbox: SandboxTask = {
  id: 'custom',
  media: false,
  async reply({ model, body, bytes, stream }) {
    const fields =
      bytes?.mediaType === 'multipart/form-data' ? await describeForm(bytes.data) : undefined
    const received = fields
      ? { kind: 'form', fields }
      : bytes
        ? { kind: 'bytes', ...(await describeBytes(bytes.data, bytes.mediaType)) }
        : body === undefined
          ? { kind: 'nothing' }
          : { kind: 'json', structure: describeJson(body), echo: body }
    const value = { sandbox: 'rules', model, received }
    if (!stream) return { kind: 'json', value }
    return { kind: 'events', events: streamed(value) }
  },
}

function* streamed({ received, ...head }: { received: Record<string, unknown> }) {
  yield JSON.stringify(head)
  for (const [key, value] of Object.entries(received)) yield JSON.stringify({ [key]: value })
  yield '[DONE]'
}

export default sandbox
