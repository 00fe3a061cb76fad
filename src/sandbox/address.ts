import { SandboxError } from '@/core/sandbox'

/** What the path of a call says. */
export interface Address {
  /** Undefined on an OpenAI route without a model: it is in the body then. */
  readonly model?: string
  /** The task that the path names. */
  readonly task?: string
}

/** The OpenAI routes and their tasks. */
const OPENAI = [
  { path: '/v1/chat/completions', task: 'conversational' },
  { path: '/v1/completions', task: 'text-generation' },
] as const

/**
 * The path behind `/sandbox`, wherever the site is mounted: `/sandbox/health` and `/sub/path/sandbox/health` both give
 * `/health`.
 */
export function sandboxPath(url: string): string {
  const { pathname } = new URL(url)
  const found = /\/sandbox(\/(?:health|info|metrics|models\/.*|v1\/.*)?)?$/.exec(pathname)
  return found?.[1] ?? (found ? '/' : pathname)
}

/**
 * Reads `/models/MODEL[/pipeline/TASK | /v1/chat/completions | /v1/completions]` and the last two alone. MODEL may hold
 * slashes, percent-encoded or not. Throws SandboxError 404 for any other path, 400 for broken percent-encoding.
 */
export function readAddress(path: string): Address {
  const openai = OPENAI.find((each) => path.endsWith(each.path))
  if (openai?.path === path) return { task: openai.task }
  const rest = path.startsWith('/models/') ? path.slice('/models/'.length).replace(/\/+$/, '') : ''
  if (rest === '') throw new SandboxError(`No such path in the sandbox: ${path}`, 404)
  if (openai) return { model: decode(rest.slice(0, -openai.path.length)), task: openai.task }
  const pipeline = /^(.+)\/pipeline\/([^/]+)$/.exec(rest)
  if (pipeline?.[1] && pipeline[2]) {
    return { model: decode(pipeline[1]), task: decode(pipeline[2]) }
  }
  return { model: decode(rest) }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new SandboxError(`Not a percent-encoded model name: ${part}`, 400)
  }
}
