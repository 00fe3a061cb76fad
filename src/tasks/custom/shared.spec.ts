import { expect, it } from 'vitest'
import custom, { type Input } from '.'
import { withoutSecrets } from './shared'

it('lets nothing out that looks like a secret', () => {
  const input: Input = {
    ...custom.emptyInput,
    mode: 'form',
    headers: [
      { name: 'Authorization', value: 'x' },
      { name: 'X-Mode', value: 'fast' },
    ],
    form: [
      { kind: 'text', name: 'api_key', value: 'x' },
      { kind: 'text', name: 'note', value: 'Bearer abc' },
      { kind: 'text', name: 'model', value: 'whisper' },
      { kind: 'file', name: 'secret', file: null },
    ],
  }
  expect(withoutSecrets(input)).toEqual({
    ...input,
    headers: [{ name: 'X-Mode', value: 'fast' }],
    form: [input.form?.[2], input.form?.[3]],
  })
})
