import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { has, run } from '../../tests/support/run-code'
import type { Json } from '@/core/json'
import { Code, expanded, javascript, literal, python, type Value } from './literal'

const python3 = has('python3', '-c', '')

const VALUES: readonly Json[] = [
  null,
  true,
  [false, null, 0, -1.5, 1e21, 5e-324, -0, 1234567890123],
  {},
  [],
  [[], {}, ['']],
  { inputs: 'a', parameters: { top_k: 3, 'top-k': 3, class: 'x', None: null, '': 1, '1': 2 } },
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}') as Json,
  {
    messages: [
      { role: 'user', content: 'x'.repeat(200) },
      { role: 'user', content: "it's" },
    ],
  },
  Array.from({ length: 60 }, (_, index) => ({ index, cells: ['a', 'b"c', '你好'] })),
]

describe('literals', () => {
  it('are the value in JavaScript, key by key', () => {
    for (const value of VALUES)
      for (const code of [literal(value, javascript), expanded(value, javascript, 2)]) {
        const text: unknown = runInNewContext(`JSON.stringify(${code})`)
        expect(text).toBe(JSON.stringify(value))
      }
  })

  it.skipIf(!python3)('are the value in Python (needs python3)', async () => {
    const lines = VALUES.flatMap((value) => [literal(value, python), expanded(value, python, 1)])
    const source = `import json\nfor value in [\n${lines.join(',\n')}\n]:\n    print(json.dumps(value))\n`
    const { stdout, stderr } = await run('python3', ['-'], { input: source })
    expect(stderr).toBe('')
    const printed = stdout.trim().split('\n')
    const parsed = printed.map((line) => JSON.parse(line) as unknown)
    const expected = VALUES.map((value) => JSON.parse(JSON.stringify(value)) as unknown)
    expect(parsed).toEqual(expected.flatMap((value) => [value, value]))
  })

  it('keep short values on a line and break long ones', () => {
    expect(literal({ a: [1, 2], b: {} }, javascript)).toBe('{ a: [1, 2], b: {} }')
    expect(literal({ a: [1, 2] }, python)).toBe('{"a": [1, 2]}')
    expect(expanded({ a: 1 }, python)).toBe('{\n    "a": 1,\n}')
    const long = 'x'.repeat(80)
    expect(literal([long, [1]], javascript, 1)).toBe(`[\n    "${long}",\n    [1],\n  ]`)
  })

  it('write code as it is', () => {
    const value: Value = { image: new Code('file.toString("base64")') }
    expect(literal(value, javascript)).toBe('{ image: file.toString("base64") }')
  })

  it('write null for what JSON has no number for', () => {
    expect(literal([Infinity, NaN], python)).toBe('[None, None]')
  })
})
