import type { SandboxTask } from '@/core/sandbox'
import { checkBatch, embedEach, embedOptions } from '@/sandbox/lib/embedding/call'
import { embedText } from '@/sandbox/lib/embedding/embed'

/** A hashed bag of words and what they are spelled with, answered as endpoints do: {embeddings}. */
const sandbox: SandboxTask = {
  id: 'sentence-embeddings',
  media: false,
  async reply({ inputs, body, signal }) {
    const options = embedOptions(body)
    checkBatch(inputs)
    const embeddings = await embedEach<unknown>(inputs, (text) => embedText(text, options), signal)
    return { kind: 'json', value: { embeddings } }
  },
}

export default sandbox
