import { wordText, type ShellWord, type WordPart } from '../shell-words'

/** One option of a curl command by its long name, with its argument where it takes one; a bare word is the URL. */
export interface CurlOption {
  readonly name: string
  /** As typed, for messages. */
  readonly typed: string
  readonly parts: readonly WordPart[]
}

/** Short options that take an argument. */
const WITH_ARGUMENT: Readonly<Record<string, string>> = {
  A: 'user-agent',
  b: 'cookie',
  c: 'cookie-jar',
  C: 'continue-at',
  d: 'data',
  D: 'dump-header',
  e: 'referer',
  E: 'cert',
  F: 'form',
  h: 'help',
  H: 'header',
  K: 'config',
  m: 'max-time',
  o: 'output',
  P: 'ftp-port',
  Q: 'quote',
  r: 'range',
  t: 'telnet-option',
  T: 'upload-file',
  u: 'user',
  U: 'proxy-user',
  w: 'write-out',
  x: 'proxy',
  X: 'request',
  y: 'speed-time',
  Y: 'speed-limit',
  z: 'time-cond',
}

const SHORT_FLAGS: Readonly<Record<string, string>> = {
  f: 'fail',
  g: 'globoff',
  G: 'get',
  i: 'include',
  I: 'head',
  j: 'junk-session-cookies',
  k: 'insecure',
  L: 'location',
  N: 'no-buffer',
  O: 'remote-name',
  s: 'silent',
  S: 'show-error',
  v: 'verbose',
  '#': 'progress-bar',
  '0': 'http1.0',
  '1': 'tlsv1',
  '4': 'ipv4',
  '6': 'ipv6',
}

/** Long options that take an argument. */
const LONG_WITH_ARGUMENT = new Set([
  ...Object.values(WITH_ARGUMENT),
  ...['data-raw', 'data-ascii', 'data-binary', 'data-urlencode', 'json', 'url', 'url-query'],
  ...['form-string', 'cacert', 'capath', 'key', 'key-type', 'pass', 'cert-type', 'ciphers'],
  ...['connect-timeout', 'connect-to', 'resolve', 'retry', 'retry-delay', 'retry-max-time'],
  ...['max-filesize', 'max-redirs', 'limit-rate', 'interface', 'proto', 'proto-default'],
  ...['oauth2-bearer', 'aws-sigv4', 'output-dir', 'noproxy', 'dns-servers', 'trace'],
  ...['trace-ascii', 'stderr', 'tls-max', 'unix-socket', 'keepalive-time', 'expect100-timeout'],
  ...['rate', 'variable', 'preproxy', 'proxy-header', 'socks5', 'socks5-hostname', 'hsts'],
])

/** The options in their order. curl takes unambiguous beginnings of long names too; those are rare, and not read. */
export function curlOptions(words: readonly ShellWord[]): CurlOption[] {
  const options: CurlOption[] = []
  let onlyUrls = false
  for (let at = 0; at < words.length; at++) {
    const { parts } = words[at] ?? { parts: [] }
    const text = wordText(parts)
    const next = () => words[++at]?.parts ?? []
    if (onlyUrls || !text.startsWith('-') || text === '-')
      options.push({ name: 'url', typed: text, parts })
    else if (text === '--') onlyUrls = true
    else if (text.startsWith('--')) options.push(longOption(parts, next))
    else options.push(...shortOptions(parts, next))
  }
  return options
}

function longOption(parts: readonly WordPart[], next: () => readonly WordPart[]): CurlOption {
  const text = wordText(parts)
  const equals = text.indexOf('=')
  const name = text.slice(2, equals < 0 ? undefined : equals)
  const typed = `--${name}`
  if (!LONG_WITH_ARGUMENT.has(name)) return { name, typed, parts: [] }
  return { name, typed, parts: equals < 0 ? next() : behind(parts, equals + 1) }
}

/** `-sSX POST`, `-XPOST`, `-HName: value`. */
function shortOptions(parts: readonly WordPart[], next: () => readonly WordPart[]): CurlOption[] {
  const text = wordText(parts)
  const options: CurlOption[] = []
  for (let at = 1; at < text.length; at++) {
    const letter = text[at] ?? ''
    const typed = `-${letter}`
    const name = WITH_ARGUMENT[letter]
    if (name !== undefined) {
      const rest = behind(parts, at + 1)
      options.push({ name, typed, parts: at + 1 < text.length ? rest : next() })
      return options
    }
    options.push({ name: SHORT_FLAGS[letter] ?? typed, typed, parts: [] })
  }
  return options
}

/** The word without its first `count` characters, which are text. */
function behind(parts: readonly WordPart[], count: number): readonly WordPart[] {
  const [first, ...rest] = parts
  if (first?.kind !== 'text') return parts
  const text = first.text.slice(count)
  return text === '' ? rest : [{ kind: 'text', text }, ...rest]
}

/** Options that change how curl speaks, and nothing of what is asked. */
export const HARMLESS = new Set([
  ...['silent', 'show-error', 'location', 'insecure', 'include', 'verbose', 'compressed', 'fail'],
  ...[
    'fail-with-body',
    'globoff',
    'no-buffer',
    'output',
    'remote-name',
    'output-dir',
    'user-agent',
  ],
  ...['progress-bar', 'no-progress-meter', 'max-time', 'connect-timeout', 'retry', 'retry-delay'],
  ...['retry-max-time', 'retry-all-errors', 'write-out', 'http1.0', 'http1.1', 'http2', 'http3'],
  ...['ipv4', 'ipv6', 'tlsv1', 'tlsv1.2', 'tlsv1.3', 'referer', 'dump-header', 'keepalive-time'],
  ...['cookie-jar', 'create-dirs', 'remote-header-name', 'path-as-is', 'location-trusted', 'raw'],
  ...['no-keepalive', 'http2-prior-knowledge', 'max-redirs', 'post301', 'post302', 'trace-ascii'],
])
