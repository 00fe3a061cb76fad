import type { SandboxTask } from '@/core/sandbox'
import { generateOptions } from '@/sandbox/lib/generate-options'
import { textInput } from '@/sandbox/lib/parameters'
import { summariesOf } from '@/sandbox/lib/summary/extract'

/** Picks the sentences whose words the text uses most, early ones first. */
const sandbox: SandboxTask = {
  id: 'summarization',
  media: false,
  reply({ inputs, parameters }) {
    const options = generateOptions(parameters)
    const texts: readonly unknown[] = Array.isArray(inputs) ? inputs : [inputs]
    const summaries = texts.flatMap((text) => summariesOf(textInput(text), options))
    return { kind: 'json', value: summaries.map((summary_text) => ({ summary_text })) }
  },
}

export default sandbox
