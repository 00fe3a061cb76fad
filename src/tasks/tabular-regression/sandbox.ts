import type { SandboxTask } from '@/core/sandbox'
import { regress } from '@/sandbox/lib/tabular/regress'
import { readData } from '@/sandbox/lib/tabular/read'

/** Least squares: the last column of numbers from the others. */
const sandbox: SandboxTask = {
  id: 'tabular-regression',
  media: false,
  reply: ({ inputs }) => ({ kind: 'json', value: regress(readData(inputs)) }),
}

export default sandbox
