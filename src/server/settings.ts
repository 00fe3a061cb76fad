import type { ProxyOptions } from './proxy'

export interface Settings {
  readonly host: string
  readonly port: number
  readonly proxy?: ProxyOptions
  readonly connectOrigins?: readonly string[]
}

export type Variables = Readonly<Record<string, string | undefined>>

/** A variable that can't be taken as it is; the message says what to change. */
export class SettingProblem extends Error {}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

/**
 * The server's settings (.env.example says what each is).
 *
 * @param environment The process's variables, which win.
 * @param file Those of .env.
 * Throws SettingProblem.
 */
export function readSettings(environment: Variables, file: Variables): Settings {
  const value = (name: string) => (environment[name] ?? file[name])?.trim() ?? ''
  const host = value('HOST') || '127.0.0.1'
  const port = readPort(value('PORT'))
  const proxy = readProxy(value, Boolean(file.HF_TOKEN?.trim()))
  if (proxy && !LOOPBACK.includes(host))
    throw new SettingProblem(
      `The token proxy serves this machine only: with HF_TOKEN in .env, HOST must be 127.0.0.1, not ${host}`,
    )
  const connectOrigins = readOrigins(value('CONNECT_ORIGINS'))
  return { host, port, ...(proxy && { proxy }), ...(connectOrigins && { connectOrigins }) }
}

function readPort(text: string): number {
  const port = text === '' ? 7860 : Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new SettingProblem(`PORT must be a whole number from 0 to 65535, not "${text}"`)
}

/**
 * Many a machine has HF_TOKEN in its environment, for other programs: that alone does not turn the proxy on. What is
 * written into this project's .env does, or TOKEN_PROXY=1.
 */
function readProxy(value: (name: string) => string, inFile: boolean): ProxyOptions | undefined {
  const token = value('HF_TOKEN')
  const wanted = value('TOKEN_PROXY')
  if (wanted === '0' || (wanted !== '1' && !inFile)) return undefined
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new SettingProblem('TOKEN_PROXY=1 needs a token in HF_TOKEN, without spaces')
  const routerUrl = value('PROXY_ROUTER_URL').replace(/\/$/, '')
  if (routerUrl === '') return { token }
  if (!/^http:\/\/(127\.0\.0\.1|localhost):\d+$/.test(routerUrl))
    throw new SettingProblem(
      'PROXY_ROUTER_URL is for a stand-in on this machine: http://127.0.0.1:PORT',
    )
  return { token, routerUrl }
}

function readOrigins(text: string): readonly string[] | undefined {
  if (text === '') return undefined
  const origins = text.split(/[\s,]+/)
  const wrong = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin)
  if (wrong === undefined) return origins
  throw new SettingProblem(
    `CONNECT_ORIGINS holds origins such as https://example.org, with spaces between, not "${wrong}"`,
  )
}
