import { base64At, dataUrlAt, inputsBody, jsonBody } from '../../src/core/body'
import { formBody, formType } from '../../src/core/form'
import type { Json } from '../../src/core/json'
import { mediaFile, type MediaFile } from '../../src/core/media'
import type { FormPart, RequestBody, WireRequest } from '../../src/core/request'

/** Texts that break code which pastes them in without quoting. */
export const NASTY_TEXTS: Readonly<Record<string, string>> = {
  apostrophes: "it's 'quoted' '\\''",
  quotes: '"double" \\" """ \'\'\'',
  dollars: '$HOME ${HOME} $(id) $1 !! !$',
  backticks: '`id` `${1}`',
  backslashes: '\\ \\n \\\\ \\u0041 C:\\temp\\',
  newlines: 'one\ntwo\n\nthree\n',
  'carriage returns': 'one\r\ntwo\rthree',
  emoji: '🐈‍⬛ 👩‍👩‍👧 🇨🇳',
  Chinese: '你好，世界　「引号」',
  'leading @': '@cats.png',
  'leading dash': '-X DELETE --data-raw x',
  percent: '%s %d %% %0a %2F',
  'control letters': 'a\0b\u0001\u001b[31m\u007f\t',
  'line separators': 'a\u2028b\u2029c\u0085\u00a0\ufeff',
  'lone surrogates': 'a\ud800b\udc00',
  'end of a here-document': 'EOF\n)\n} | true #',
}

export const NASTY_NAMES = [
  'cats.png',
  'my cats.png',
  "it's.png",
  '-rf.png',
  '-',
  '@cats.png',
  'a"b$`c\\d.png',
  '你好 🐈.png',
  '%s $(id) ;&|.png',
  'two\nlines.png',
  'foo/../bar.png',
]

/** Every byte value, so that a text conversion on the way shows. */
export const FILE_BYTES = Buffer.from(Array.from({ length: 1000 }, (_, index) => (index * 7) % 256))

export function sampleFile(name: string, type = 'image/png'): MediaFile {
  return mediaFile(new Blob([FILE_BYTES]), name, type)
}

/** A wire request to an endpoint on this machine. */
export function wireRequest(
  base: string,
  body: RequestBody,
  change: Partial<WireRequest> = {},
): WireRequest {
  const url = `${base}/json/models/owner/name`
  const type = typeOf(body)
  return {
    dialect: 'wire',
    task: 'custom',
    model: 'owner/name',
    connection: { kind: 'endpoint', url: base, auth: 'own' },
    credential: { kind: 'origin', origin: base, token: 'own' },
    stream: false,
    clients: {},
    method: 'POST',
    url,
    headers: type ? [['Content-Type', type]] : [],
    body,
    ...change,
  }
}

function typeOf(body: RequestBody): string | undefined {
  switch (body.kind) {
    case 'none':
      return undefined
    case 'json':
      return 'application/json'
    case 'bytes':
      return body.file.type
    case 'form':
      return formType(body)
  }
}

function chat(text: string, files: readonly MediaFile[] = []): RequestBody {
  const images = files.map((): Json => ({ type: 'image_url', image_url: { url: '' } }))
  const content: Json = files.length > 0 ? [{ type: 'text', text }, ...images] : text
  return jsonBody(
    { model: 'owner/name', messages: [{ role: 'user', content }], stream: true },
    files.map((file, index) => dataUrlAt(`/messages/0/content/${index + 1}/image_url/url`, file)),
  )
}

/** Named requests: every kind of body, with every nasty text and file name. */
export function requestMatrix(base: string): Map<string, WireRequest> {
  const cases = new Map<string, WireRequest>()
  const events = { url: `${base}/events/v1/chat/completions`, stream: true }
  for (const [name, text] of Object.entries(NASTY_TEXTS)) {
    cases.set(`json, ${name}`, wireRequest(base, inputsBody({ [text]: text }, { labels: [text] })))
    cases.set(`form, ${name}`, wireRequest(base, formBody([{ name: text, value: text }])))
    cases.set(`field, ${name}`, wireRequest(base, formBody([{ name: 'prompt', value: text }])))
    cases.set(`chat, ${name}`, wireRequest(base, chat(text), events))
    const slots = jsonBody({ before: text, inputs: '', after: text }, [
      base64At('/inputs', sampleFile('cats.png')),
    ])
    cases.set(`slots, ${name}`, wireRequest(base, slots))
  }
  for (const name of NASTY_NAMES) {
    const file = sampleFile(name)
    cases.set(`form, ${name}`, wireRequest(base, formBody([{ name: 'file', file }])))
    cases.set(`bytes, ${name}`, wireRequest(base, { kind: 'bytes', file }))
    cases.set(
      `base64, ${name}`,
      wireRequest(base, inputsBody('', { k: 1 }, [base64At('/inputs', file)])),
    )
  }
  for (const [name, request] of otherRequests(base, events)) cases.set(name, request)
  return cases
}

function fields(): FormPart[] {
  return [
    { name: 'model', value: 'openai/whisper-1' },
    { name: 'file', file: sampleFile('a b,c;d.flac', 'audio/flac') },
    { name: 'empty', value: '' },
    { name: 'spaces', value: '  in front and behind  ' },
    { name: 'type', value: 'x;type=text/html' },
    { name: 'less', value: '<file' },
    { name: 'twice', value: '1' },
    { name: 'twice', value: '(2' },
    { name: 'a=b', value: '=c' },
  ]
}

function otherRequests(
  base: string,
  events: Partial<WireRequest>,
): [name: string, request: WireRequest][] {
  const long = '"$\'`\\你'.repeat(130_000)
  const twins = [sampleFile('image.png'), { ...sampleFile('image.png'), blob: new Blob(['other']) }]
  return [
    ['no body', wireRequest(base, { kind: 'none' })],
    ['GET', wireRequest(base, { kind: 'none' }, { method: 'GET' })],
    ['DELETE', wireRequest(base, { kind: 'none' }, { method: 'DELETE' })],
    ['PUT', wireRequest(base, jsonBody('text'), { method: 'PUT' })],
    ['forms', wireRequest(base, formBody(fields()))],
    ['a long form', wireRequest(base, formBody([...fields(), { name: 'long', value: long }]))],
    ['null', wireRequest(base, jsonBody(null))],
    ['1 MB of text', wireRequest(base, inputsBody(long, {}))],
    [
      '1 MB of text and a file',
      wireRequest(
        base,
        jsonBody({ long, image: '' }, [base64At('/image', sampleFile('cats.png'))]),
      ),
    ],
    [
      'an empty file',
      wireRequest(base, { kind: 'bytes', file: mediaFile(new Blob([]), 'empty.bin') }),
    ],
    ['two files of one name', wireRequest(base, chat('Compare', twins), events)],
    [
      'a sound',
      wireRequest(base, { kind: 'bytes', file: sampleFile('sample1.flac', 'audio/flac') }),
    ],
    [
      'a picture as the reply',
      wireRequest(base, inputsBody('a cat', {}), { url: `${base}/image/m`, replyMedia: 'image' }),
    ],
    [
      'an odd URL',
      wireRequest(base, jsonBody(1), {
        url: `${base}/json/a b/[x]{y}/你好?q=[1-3]&r={a,b}'$x\`#part`,
      }),
    ],
    [
      'odd headers',
      wireRequest(base, jsonBody(1), {
        headers: [
          ['Content-Type', 'application/json; charset=utf-8'],
          ['X-Wait-For-Model', 'true'],
          ['X-Quote', `it's "so" $HOME \`id\` \\`],
          ['X-Empty', ''],
          ['X-Twice', 'one'],
          ['x-twice', 'two'],
        ],
      }),
    ],
    ['a body without a media type', wireRequest(base, jsonBody({ a: 1 }), { headers: [] })],
    ['no credential', wireRequest(base, jsonBody(1), { credential: { kind: 'none' } })],
    [
      'the Hugging Face token',
      wireRequest(base, jsonBody(1), {
        connection: { kind: 'endpoint', url: base, auth: 'huggingface' },
      }),
    ],
  ]
}
