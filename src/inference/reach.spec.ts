import { afterEach, expect, test } from 'vitest'
import {
  startInferenceServer,
  tgi,
  type InferenceServer,
} from '../../tests/support/inference-servers'
import { diagnose, type Surroundings } from './reach'

let server: InferenceServer | undefined
afterEach(() => server?.close())

const around = (change: Partial<Surroundings> = {}): Surroundings => ({
  fetch,
  page: 'http://127.0.0.1:7860/',
  online: () => true,
  policy: new EventTarget(),
  ...change,
})

test('a server that answers, although the page could not read it, refuses by CORS', async () => {
  server = await startInferenceServer(tgi, { cors: false })
  expect(await diagnose(`${server.url}/generate`, around())).toBe('cors')
  expect(server.asked[0]).toMatchObject({ method: 'HEAD', body: '' })
  expect(server.asked[0]?.headers.authorization).toBeUndefined()
})

test('nobody there is unreachable', async () => {
  const gone = await startInferenceServer(tgi)
  await gone.close()
  expect(await diagnose(gone.url, around())).toBe('unreachable')
  expect(await diagnose('not a url', around())).toBe('unreachable')
})

test.each([
  ['https://x.dev/', 'http://127.0.0.1/', false, 'offline'],
  ['http://192.168.1.5:8080/', 'https://play.dev/', true, 'mixed-content'],
] as const)(
  '%s of %s (online: %s): %s, and nothing is asked',
  async (url, page, online, reason) => {
    const fetch = () => Promise.reject(new Error('asked'))
    expect(await diagnose(url, around({ page, online: () => online, fetch }))).toBe(reason)
  },
)

test('this machine can be reached without a network, and from a secure page', async () => {
  server = await startInferenceServer(tgi, { cors: false })
  const offline = around({ online: () => false, page: 'https://play.dev/' })
  expect(await diagnose(server.url, offline)).toBe('cors')
})

test('the page’s own policy is told apart', async () => {
  const policy = new EventTarget()
  const fetch = (url: string) => {
    const event = Object.assign(new Event('securitypolicyviolation'), { blockedURI: url })
    setTimeout(() => policy.dispatchEvent(event), 5)
    return Promise.reject(new TypeError('Failed to fetch'))
  }
  expect(await diagnose('http://192.168.1.5:8080/a', around({ policy, fetch }))).toBe('blocked')
})
