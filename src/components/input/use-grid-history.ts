import { computed, shallowRef, toRaw, watch, type Ref } from 'vue'
import type { Grid } from '@/core/table'

/** Steps that can be taken back. Grids share their rows, so that a step costs little. */
const DEPTH = 200

/** Undo and redo for a grid. A grid that is set from outside, as by an example, starts a new history. */
export function useGridHistory(model: Ref<Grid>) {
  const past = shallowRef<readonly Grid[]>([])
  const future = shallowRef<readonly Grid[]>([])
  let own: Grid | undefined

  watch(model, (grid) => {
    if (toRaw(grid) === own) return
    past.value = []
    future.value = []
  })

  function put(grid: Grid) {
    own = grid
    model.value = grid
  }

  return {
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    /** Sets the grid as one step. */
    commit(grid: Grid) {
      if (grid === model.value) return
      past.value = [...past.value, model.value].slice(-DEPTH)
      future.value = []
      put(grid)
    },
    undo() {
      const grid = past.value.at(-1)
      if (!grid) return
      past.value = past.value.slice(0, -1)
      future.value = [model.value, ...future.value]
      put(grid)
    },
    redo() {
      const [grid, ...rest] = future.value
      if (!grid) return
      future.value = rest
      past.value = [...past.value, model.value]
      put(grid)
    },
  }
}
