import type { SandboxTask } from '@/core/sandbox'
import { classify } from '@/sandbox/lib/tabular/classify'
import { readData } from '@/sandbox/lib/tabular/read'

/** Classes by the nearest rows where the last column tells some; else low, medium and high by thirds. */
const sandbox: SandboxTask = {
  id: 'tabular-classification',
  media: false,
  reply: ({ inputs }) => ({ kind: 'json', value: classify(readData(inputs)) }),
}

export default sandbox
