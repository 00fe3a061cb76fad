import type { SandboxTask } from '@/core/sandbox'
import { booleanAt, textAt } from '@/sandbox/lib/parameters'
import { answerTable } from '@/sandbox/lib/table/answer'
import { readTable } from '@/sandbox/lib/table/read'

/** Finds columns and rows by the words and numbers that they share with the question. */
const sandbox: SandboxTask = {
  id: 'table-question-answering',
  media: false,
  reply({ inputs, parameters }) {
    booleanAt(parameters, 'sequential')
    booleanAt(parameters, 'truncation')
    textAt(parameters, 'padding')
    const { query, columns } = readTable(inputs)
    return { kind: 'json', value: answerTable(query, columns) }
  },
}

export default sandbox
