import { describe, expect, it } from 'vitest'
import { allSnippets } from '../../tests/support/all-snippets'
import {
  NASTY_NAMES,
  NASTY_TEXTS,
  sampleFile,
  wireRequest,
} from '../../tests/support/snippet-cases'
import { base64At, jsonBody } from '@/core/body'
import { formBody } from '@/core/form'
import type { WireRequest } from '@/core/request'
import { languages, withToken } from '.'

/** All that a token may be: any sign that a header can hold. */
const TOKEN = 'q"u\'o$t`e\\d!{x}'
const variables = ['$ENDPOINT_TOKEN', 'process.env.ENDPOINT_TOKEN', 'os.environ["ENDPOINT_TOKEN"]']
const text = [...Object.values(NASTY_TEXTS), ...variables, '`Bearer ${process.env.ENDPOINT_TOKEN}`']

const chat = {
  model: 'm',
  messages: [{ role: 'user', content: text.join('\n') }],
  [text.join()]: 1,
}
const requests: readonly WireRequest[] = [
  wireRequest('http://h', jsonBody(chat)),
  wireRequest('http://h', jsonBody(chat), { url: 'http://h/v1/chat/completions' }),
  wireRequest('http://h', formBody(text.map((value, index) => ({ name: `f${index}`, value })))),
  ...[...NASTY_NAMES, ...text].map((name) =>
    wireRequest('http://h', jsonBody([''], [base64At('/0', sampleFile(name))])),
  ),
  ...text.map((name) => wireRequest('http://h', { kind: 'bytes', file: sampleFile(name) })),
]

describe('the place of the token', () => {
  it.each(languages)('is where the code names its variable, and nowhere else: %s', (language) => {
    for (const request of requests)
      for (const snippet of allSnippets(request, language)) {
        const { code, credential } = snippet
        if (!credential) throw new Error(code)
        const named = code.slice(credential.start, credential.end)
        expect(named).toContain('ENDPOINT_TOKEN')
        expect(named.length).toBeLessThan(60)
        const before = code.slice(0, credential.start)
        const after = code.slice(credential.end)
        const shown = withToken(snippet, TOKEN)
        expect(shown.startsWith(before) && shown.endsWith(after)).toBe(true)
        expect(code).not.toContain('\0')
      }
  })

  it('is none where no token is sent', () => {
    const none = wireRequest('http://h', jsonBody(chat), { credential: { kind: 'none' } })
    for (const language of languages)
      for (const snippet of allSnippets(none, language)) {
        expect(snippet.credential).toBeUndefined()
        expect(withToken(snippet, TOKEN)).toBe(snippet.code)
      }
  })
})
