import { describe, expect, it } from 'vitest'
import { safeStore, type KeyValue } from './local'
import { createPresets } from './presets'

function memory(content: Record<string, string> = {}): KeyValue {
  const map = new Map(Object.entries(content))
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  }
}
const open = (storage = memory()) => createPresets(safeStore(() => storage))
const names = (presets: ReturnType<typeof open>) => presets.of('custom').map(({ name }) => name)

describe('presets', () => {
  it('are there again after a reload, those of each task by themselves', () => {
    const storage = memory()
    const presets = open(storage)
    presets.save('custom', '  Rerank \n two ', { path: '/rerank' })
    presets.save('other', 'Else', {})
    const again = open(storage)
    expect(again.of('custom')).toMatchObject([{ name: 'Rerank two', value: { path: '/rerank' } }])
  })

  it('keep a name once, whatever its case, with what was saved last', () => {
    const presets = open()
    const first = presets.save('custom', 'Rerank', { a: 1 })
    const second = presets.save('custom', 'rerank', { a: 2 })
    expect(second?.id).toBe(first?.id)
    expect(presets.of('custom')).toMatchObject([{ name: 'rerank', value: { a: 2 } }])
    presets.undo()
    expect(presets.of('custom')).toMatchObject([{ name: 'Rerank', value: { a: 1 } }])
  })

  it('are renamed, but never to a name that another has', () => {
    const presets = open()
    const one = presets.save('custom', 'One', {})
    presets.save('custom', 'Two', {})
    presets.save('other', 'Three', {})
    expect(presets.rename(one?.id ?? '', 'TWO')).toBe(false)
    expect(presets.rename(one?.id ?? '', ' ')).toBe(false)
    expect(presets.rename('nobody', 'Four')).toBe(false)
    expect(presets.rename(one?.id ?? '', 'Three')).toBe(true)
    expect(presets.rename(one?.id ?? '', 'three')).toBe(true)
    expect(names(presets)).toEqual(['three', 'Two'])
  })

  it('are deleted, which can be taken back once', () => {
    const presets = open()
    const one = presets.save('custom', 'One', { a: 1 })
    presets.save('custom', 'Two', {})
    presets.remove(one?.id ?? '')
    expect(names(presets)).toEqual(['Two'])
    presets.undo()
    presets.undo()
    expect(names(presets)).toEqual(['One', 'Two'])
  })

  it('of another tab are not lost', () => {
    const storage = memory()
    const [here, there] = [open(storage), open(storage)]
    there.save('custom', 'There', {})
    here.save('custom', 'Here', {})
    expect(names(here)).toEqual(['There', 'Here'])
  })

  it.each([
    ['{'],
    ['[]'],
    ['{"presets":3}'],
    ['{"presets":[null,{"id":1},{"id":"x","name":"y"}]}'],
  ])('that are damaged (%s) are left out', (text) => {
    const presets = open(memory({ 'taskscope.presets': text }))
    expect(presets.presets.value).toEqual([])
    expect(presets.save('custom', 'One', {})).toBeDefined()
  })

  it('say when the browser keeps nothing', () => {
    const presets = createPresets(
      safeStore(() => {
        throw new Error('no storage')
      }),
    )
    expect(presets.save('custom', 'One', {})).toBeUndefined()
    expect(presets.of('custom')).toEqual([])
  })
})
