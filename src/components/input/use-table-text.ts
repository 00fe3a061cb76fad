import { computed, shallowRef, type Ref } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { limits } from '@/core/limits'
import type { Grid } from '@/core/table'
import { spread } from './grid-edit'
import { readTextFile, type Refusal } from './media-check'
import type { Place } from './table-keys'
import { readCells, readTable, type TableTrouble } from './table-text'
import { useRefusalWords } from './use-refusal-words'

/** CSV files are read whole to find that they are too large; beyond this size that would be felt. */
const FILE_BYTES = 20_000_000

/** Tables that come as text: a whole one, cells for a place, or a file. What can't be used changes nothing. */
export function useTableText(model: Ref<Grid>, commit: (grid: Grid) => void) {
  const { t } = useI18n()
  const fault = shallowRef<TableTrouble>()
  const refusal = shallowRef<Refusal>()
  const refusalWords = useRefusalWords(refusal)

  function settle(next?: TableTrouble | Refusal) {
    const isFault = next && !('name' in next)
    fault.value = isFault ? next : undefined
    refusal.value = next && !isFault ? next : undefined
  }

  function replaceBy(text: string) {
    const read = readTable(text)
    if ('kind' in read) return settle(read)
    settle()
    commit(read)
  }

  function spreadAt({ row, column }: Place, text: string) {
    const block = readCells(text)
    const grid = spread(model.value, row, column, block, (at) =>
      t('inputs.newColumn', { number: at + 1 }),
    )
    if (grid.columns.length * grid.rows.length > limits.tableCells)
      return settle({ kind: 'too-large' })
    settle()
    commit(grid)
  }

  async function importFile(file: File) {
    const outcome = await readTextFile(file, FILE_BYTES)
    return typeof outcome === 'string' ? replaceBy(outcome) : settle(outcome)
  }

  const trouble = computed(() => {
    if (refusal.value) return refusalWords.value
    switch (fault.value?.kind) {
      case undefined:
        return ''
      case 'too-large':
        return t('inputs.tableTooLarge', { limit: limits.tableCells })
      case 'shape':
        return t('inputs.tableShape', { example: '{"column": ["cell", …]}' })
      case 'unreadable':
        return t('inputs.tableNotRead', { line: fault.value.line, message: fault.value.message })
    }
  })

  return { trouble, replaceBy, spreadAt, importFile }
}
