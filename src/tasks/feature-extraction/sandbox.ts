import type { SandboxTask } from '@/core/sandbox'
import { checkBatch, embedEach, embedOptions } from '@/sandbox/lib/embedding/call'
import { embedText, embedTokens } from '@/sandbox/lib/embedding/embed'

/**
 * A hashed bag of words and what they are spelled with: number[] for a text. The kind `:tokens` answers as models
 * without pooling do: a matrix of tokens, in a list of one, for each text.
 */
const sandbox: SandboxTask = {
  id: 'feature-extraction',
  media: false,
  async reply({ inputs, body, model, signal }) {
    const options = embedOptions(body)
    checkBatch(inputs)
    const embed = model.endsWith(':tokens')
      ? (text: string) => [embedTokens(text, options)]
      : (text: string) => embedText(text, options)
    return { kind: 'json', value: await embedEach<unknown>(inputs, embed, signal) }
  },
}

export default sandbox
