import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createPinia, setActivePinia } from 'pinia'
import type { CredentialRef } from '@/core/connection'
import { safeStore, type KeyValue } from './local'
import { cleanToken, maskToken, tokenNote } from './token-rules'
import { createTokens, HUGGING_FACE, parseStoredTokens, useTokenStore } from './tokens'

const HF = 'hf_abcdefghijklmnopqrstuvwxyz0123'
const OWN = 'own-secret-token'
const HERE = 'https://my.endpoint.example'

function device(initial: Record<string, string> = {}) {
  const items = new Map(Object.entries(initial))
  const storage: KeyValue = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
  return { items, store: safeStore(() => storage) }
}

const create = (d = device(), events?: EventTarget) => createTokens(d.store, events)

describe('resolve', () => {
  const hf: CredentialRef = { kind: 'huggingface' }
  const at = (origin: string, token: 'own' | 'huggingface' = 'own'): CredentialRef => ({
    kind: 'origin',
    origin,
    token,
  })

  it.each([
    ['https://huggingface.co/api/models', true],
    ['https://router.huggingface.co/v1/chat/completions', true],
    ['https://a.b.huggingface.co/', true],
    ['https://HuggingFace.co/x', true],
    ['http://huggingface.co/', false],
    ['http://router.huggingface.co/', false],
    ['https://huggingface.co.evil.com/', false],
    ['https://evilhuggingface.co/', false],
    ['https://huggingface.co@evil.com/', false],
    ['https://user:x@huggingface.co/', false],
    ['https://evil.com/huggingface.co', false],
    ['https://evil.com#.huggingface.co', false],
    ['https://evil.com\\.huggingface.co', false],
    ['https://x.us-east-1.aws.endpoints.huggingface.cloud/', false],
    ['https://huggingface.co:8443/', false],
    ['https://huggingface.co./', false],
    ['https://huggingf\u0430ce.co/', false],
    ['http://localhost:3000/', false],
    ['wss://huggingface.co/', false],
    ['//huggingface.co/', false],
    ['/sandbox/models/x', false],
    ['', false],
  ])('the Hugging Face token for %s: %s', (url, given) => {
    const tokens = create()
    tokens.save(HUGGING_FACE, HF)
    tokens.save(HERE, OWN)
    expect(tokens.resolve(hf, url)).toBe(given ? HF : undefined)
  })

  it.each([
    ['the same origin', HERE, `${HERE}/generate`, OWN],
    ['the default port', HERE, `${HERE}:443/`, OWN],
    ['another port', HERE, `${HERE}:444/`, undefined],
    ['another scheme', HERE, 'http://my.endpoint.example/', undefined],
    ['a look-alike', HERE, `${HERE}.evil.com/`, undefined],
    ['a subdomain', HERE, 'https://sub.my.endpoint.example/', undefined],
    ['an origin without a token', 'https://other.example', 'https://other.example/', undefined],
    ['an HF host without a grant', 'https://huggingface.co', 'https://huggingface.co/', undefined],
  ])('an endpoint token for %s', (_name, origin, url, expected) => {
    const tokens = create()
    tokens.save(HUGGING_FACE, HF)
    tokens.save(HERE, OWN)
    expect(tokens.resolve(at(origin), url)).toBe(expected)
  })

  it('gives an endpoint the Hugging Face token only on the word for that very origin', () => {
    const tokens = create()
    const cloud = 'https://x.endpoints.huggingface.cloud'
    const asked = at(cloud, 'huggingface')
    tokens.save(HUGGING_FACE, HF)
    expect(tokens.resolve(asked, `${cloud}/`)).toBeUndefined()
    tokens.grant(cloud)
    expect(tokens.resolve(asked, `${cloud}/`)).toBe(HF)
    expect(
      tokens.resolve(
        at('https://y.endpoints.huggingface.cloud', 'huggingface'),
        'https://y.endpoints.huggingface.cloud/',
      ),
    ).toBeUndefined()
    tokens.revoke(cloud)
    expect(tokens.resolve(asked, `${cloud}/`)).toBeUndefined()
  })

  it('gives the token that was asked for, and never the other one', () => {
    const tokens = create()
    tokens.save(HUGGING_FACE, HF)
    tokens.save(HERE, OWN)
    tokens.grant(HERE)
    expect(tokens.resolve(at(HERE, 'own'), HERE)).toBe(OWN)
    expect(tokens.resolve(at(HERE, 'huggingface'), HERE)).toBe(HF)
    tokens.forget(HERE)
    expect(tokens.resolve(at(HERE, 'own'), HERE)).toBeUndefined()
  })

  it('gives nothing for no credential', () => {
    const tokens = create()
    tokens.save(HUGGING_FACE, HF)
    expect(tokens.resolve({ kind: 'none' }, 'https://huggingface.co/')).toBeUndefined()
  })

  it.each(['', '*', 'null', 'https://x.example/path', 'ftp://x.example'])(
    'grants nothing to %j',
    (origin) => {
      const tokens = create()
      tokens.grant(origin)
      expect(tokens.endpoints.value).toEqual([])
    },
  )
})

describe('on the device', () => {
  it('writes nothing by itself, on request what was asked for, and forgets it everywhere', () => {
    const d = device()
    const tokens = create(d)
    tokens.save(HUGGING_FACE, HF)
    tokens.save(HERE, OWN)
    tokens.grant(HERE)
    expect([...d.items.values()].join()).toBe('')
    expect(tokens.remember(HUGGING_FACE)).toBe(true)
    const written = [...d.items.values()].join()
    expect(written).toContain(HF)
    expect(written).not.toContain(OWN)

    const reloaded = create(d)
    expect(reloaded.isRemembered(HUGGING_FACE)).toBe(true)
    expect(reloaded.isGranted(HERE)).toBe(true)
    expect(reloaded.has(HERE)).toBe(false)
    reloaded.forget(HUGGING_FACE)
    expect(reloaded.has(HUGGING_FACE)).toBe(false)
    expect(reloaded.isGranted(HERE)).toBe(false)
    expect([...d.items.values()].join()).toBe('')
  })

  it('replaces a remembered token, and stops remembering it on request', () => {
    const d = device()
    const tokens = create(d)
    tokens.save(HERE, OWN)
    tokens.remember(HERE)
    tokens.save(HERE, 'second-token')
    expect(create(d).resolve({ kind: 'origin', origin: HERE, token: 'own' }, HERE)).toBe(
      'second-token',
    )
    tokens.keepInMemory(HERE)
    expect(d.items.size).toBe(0)
    expect(tokens.has(HERE)).toBe(true)
  })

  it('works without storage, and says so', () => {
    const refuses = safeStore(() => {
      throw new DOMException('no', 'SecurityError')
    })
    const tokens = createTokens(refuses, undefined)
    tokens.save(HUGGING_FACE, HF)
    expect(tokens.remember(HUGGING_FACE)).toBe(false)
    expect(tokens.isRemembered(HUGGING_FACE)).toBe(false)
    expect(tokens.has(HUGGING_FACE)).toBe(true)
  })

  it('follows another tab that forgets, and keeps what was only in memory', () => {
    const d = device()
    const events = new EventTarget()
    const tokens = create(d, events)
    tokens.save(HUGGING_FACE, HF)
    tokens.save(HERE, OWN)
    tokens.remember(HUGGING_FACE)
    create(d).forget(HUGGING_FACE)
    events.dispatchEvent(Object.assign(new Event('storage'), { key: 'taskscope.tokens' }))
    expect(tokens.has(HUGGING_FACE)).toBe(false)
    expect(tokens.has(HERE)).toBe(true)
  })

  it('follows another tab that takes back a grant, or forgets the token that it was about', () => {
    const d = device()
    const events = new EventTarget()
    const other = create(d)
    other.save(HUGGING_FACE, HF)
    other.remember(HUGGING_FACE)
    other.grant(HERE)
    const tokens = create(d, events)
    const told = () =>
      events.dispatchEvent(Object.assign(new Event('storage'), { key: 'taskscope.tokens' }))
    expect(tokens.isGranted(HERE)).toBe(true)
    other.revoke(HERE)
    told()
    expect(tokens.isGranted(HERE)).toBe(false)
    other.grant(HERE)
    told()
    other.forget(HUGGING_FACE)
    told()
    tokens.save(HUGGING_FACE, HF)
    expect(tokens.isGranted(HERE)).toBe(false)
  })

  it.each([
    ['not JSON', '{', 0],
    ['null', 'null', 0],
    ['a list', '[]', 0],
    ['tokens that are a text', '{"tokens":"x"}', 0],
    [
      'one bad among good',
      `{"tokens":{"huggingface":"${HF}","bad origin":"x","https://a.b":7,"https://c.d":"a\\nb"},"grants":["x",1]}`,
      1,
    ],
  ])('reads %s', (_name, text, count) => {
    const { tokens, grants } = parseStoredTokens(text)
    expect(tokens.size).toBe(count)
    expect(grants).toEqual([])
  })
})

describe('rules', () => {
  it.each([
    [HF, HF],
    [`  ${HF}\n`, HF],
    [`Bearer ${HF}`, HF],
    [`Authorization: Bearer ${HF}`, HF],
    [`"${HF}"`, HF],
    [`hf_abc\n def`, 'hf_abcdef'],
    [`\u200b${HF}\ufeff`, HF],
    ['  ', ''],
  ])('cleans %j', (raw, token) => expect(cleanToken(raw)).toBe(token))

  it.each([
    [HUGGING_FACE, HF, 'ok'],
    [HUGGING_FACE, 'api_org', 'unusual'],
    [HERE, 'anything', 'ok'],
    [HERE, '', 'empty'],
    [HERE, 'tökén', 'invalid'],
  ])('notes for %s %j: %s', (key, token, note) => expect(tokenNote(key, token)).toBe(note))

  it.each([
    [HF, 'hf_…0123'],
    ['hf_short', 'hf_…'],
    ['sk-0123456789', '…6789'],
    ['secret', '…'],
  ])('masks %s', (token, masked) => expect(maskToken(token)).toBe(masked))

  it.each(['', '   ', 'émoji'])('does not keep %j', (raw) => {
    const tokens = create()
    tokens.save(HUGGING_FACE, raw)
    expect(tokens.has(HUGGING_FACE)).toBe(false)
    expect(tokens.masked(HUGGING_FACE)).toBe('')
  })
})

it('shows no token in the state, its serialisation or its enumeration', () => {
  const pinia = createPinia()
  setActivePinia(pinia)
  const store = useTokenStore()
  store.save(HUGGING_FACE, HF)
  store.save(HERE, OWN)
  expect(store.endpoints).toMatchObject([{ origin: HERE, has: true, masked: '…oken' }])
  const everything = [pinia.state.value, store.$state, store, { ...store }]
  const shown = inspect(everything, { depth: 12, showHidden: true, maxStringLength: Infinity })
  expect(shown).toContain('…oken')
  expect(shown).not.toContain(HF)
  expect(shown).not.toContain(OWN)
})
