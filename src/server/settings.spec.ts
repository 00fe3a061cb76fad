import { describe, expect, it } from 'vitest'
import { readSettings } from './settings'

const HF = { HF_TOKEN: 'hf_abc' }

describe('readSettings', () => {
  it('serves this machine without a proxy when nothing is said', () => {
    expect(readSettings({}, {})).toEqual({ host: '127.0.0.1', port: 7860 })
  })

  it('lets the environment win over the file', () => {
    expect(readSettings({ PORT: '8000' }, { PORT: '9000', HOST: 'localhost' })).toEqual({
      host: 'localhost',
      port: 8000,
    })
  })

  it.each([
    ['a token in the file', {}, HF, true],
    ['a token in the environment alone', HF, {}, false],
    ['a token in the environment, and the word', { ...HF, TOKEN_PROXY: '1' }, {}, true],
    ['a token in the file, but turned off', { TOKEN_PROXY: '0' }, HF, false],
    ['an empty token in the file', {}, { HF_TOKEN: ' ' }, false],
  ])('%s: proxy', (_, environment, file, on) => {
    expect(readSettings(environment, file).proxy).toEqual(on ? { token: 'hf_abc' } : undefined)
  })

  it.each([
    ['PORT', { PORT: '70000' }, {}],
    ['PORT', { PORT: 'x' }, {}],
    ['HOST must be 127.0.0.1', { HOST: '0.0.0.0' }, HF],
    ['TOKEN_PROXY=1 needs', { TOKEN_PROXY: '1' }, {}],
    ['TOKEN_PROXY=1 needs', {}, { HF_TOKEN: 'two words' }],
    ['PROXY_ROUTER_URL', { PROXY_ROUTER_URL: 'https://evil.example' }, HF],
    ['PROXY_ROUTER_URL', { PROXY_ROUTER_URL: 'http://127.0.0.1:80@evil.example' }, HF],
    ['CONNECT_ORIGINS', { CONNECT_ORIGINS: "https://a.example; script-src 'unsafe-inline'" }, {}],
    ['CONNECT_ORIGINS', { CONNECT_ORIGINS: 'https://a.example/path' }, {}],
  ])('refuses, naming %s', (named, environment, file) => {
    expect(() => readSettings(environment, file)).toThrow(named)
  })

  it('reads a list of origins', () => {
    const { connectOrigins } = readSettings(
      { CONNECT_ORIGINS: 'https://a.example http://b:81' },
      {},
    )
    expect(connectOrigins).toEqual(['https://a.example', 'http://b:81'])
  })
})
