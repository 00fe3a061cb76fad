import { describe, expect, test } from 'vitest'
import { createEndpoints } from './endpoints'

function memory(writes = true) {
  const kept = new Map<string, string>()
  return {
    kept,
    read: (key: string) => kept.get(key),
    write: (key: string, value: string) => writes && kept.set(key, value).size > 0,
    remove: (key: string) => void kept.delete(key),
  }
}

const fields = { name: ' My  TGI ', url: 'localhost:8080', task: 'custom', auth: 'own' } as const

describe('saved endpoints', () => {
  test('are kept, edited, and read back', () => {
    const store = memory()
    const one = createEndpoints(store, undefined)
    expect(one.save(fields)).toBeUndefined()
    const [first] = one.endpoints.value
    expect(first).toMatchObject({ name: 'My TGI', url: 'http://localhost:8080/', auth: 'own' })
    one.save({ ...fields, name: '' }, first?.id)
    expect(createEndpoints(store, undefined).endpoints.value).toMatchObject([
      { id: first?.id, name: 'localhost:8080' },
    ])
    expect(one.save({ ...fields, url: 'no url' })).toBe('no-url')
  })

  test('one that was deleted comes back to its place, beside what another tab saved', () => {
    const store = memory()
    const one = createEndpoints(store, undefined)
    one.save({ ...fields, name: 'a' })
    one.save({ ...fields, name: 'b' })
    one.remove(one.endpoints.value[0]?.id ?? '')
    createEndpoints(store, undefined).save({ ...fields, name: 'c' })
    expect(one.undo()).toBe(true)
    expect(one.endpoints.value.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  })

  test('a browser that refuses changes nothing, and is said', () => {
    const one = createEndpoints(memory(false), undefined)
    expect(one.save(fields)).toBe('refused')
    expect(one.endpoints.value).toEqual([])
  })

  test('damaged ones are left out, and an export holds no secret of an address', () => {
    const store = memory()
    store.kept.set(
      'taskscope.endpoints',
      JSON.stringify({
        endpoints: [
          null,
          { id: '1', name: 'x', url: 'javascript:alert(1)' },
          { id: '2', name: 'ok', url: 'https://x.dev/?api_key=abc123', task: 3, auth: 'all' },
        ],
      }),
    )
    const one = createEndpoints(store, undefined)
    expect(one.endpoints.value).toMatchObject([{ id: '2', task: '', auth: 'none' }])
    expect(one.exportText()).not.toContain('abc123')
  })
})
