import { describe, expect, it } from 'vitest'
import { parseCurl, withoutSecrets } from './curl'

const HF = 'https://router.huggingface.co/hf-inference/models'
const TOKEN = 'hf_abcdefghijklmnopqrstuvwxyz123456'

describe('a curl command', () => {
  it.each<[name: string, source: string, expected: object]>([
    [
      'of our own page',
      `curl -X POST ${HF}/owner/name \\\n  -H "Authorization: Bearer $HF_TOKEN" \\\n  -H 'Content-Type: application/json' \\\n  --data-raw '{"inputs":"it'\\''s me"}'`,
      {
        url: `${HF}/owner/name`,
        method: 'POST',
        token: { variable: 'HF_TOKEN' },
        headers: [['Content-Type', 'application/json']],
        body: { kind: 'json', value: { inputs: "it's me" } },
        notes: [],
      },
    ],
    [
      'with a picture in a pipeline',
      `{\n  printf '%s' '{"inputs":"'\n  base64 < 'my cats.png' | tr -d '\\n'\n  printf '%s' '","k":1}'\n} | curl -X POST http://h/ \\\n  -H 'Content-Type: application/json' \\\n  --data-binary @-`,
      {
        body: {
          kind: 'json',
          value: { inputs: '', k: 1 },
          files: [{ pointer: '/inputs', name: 'my cats.png', prefix: '' }],
        },
        notes: [],
      },
    ],
    [
      'of the documentation, chat',
      `curl https://router.huggingface.co/v1/chat/completions \\\n    -H "Authorization: Bearer $HF_TOKEN" \\\n    -H 'Content-Type: application/json' \\\n    -d '{\n        "messages": [\n            {\n                "role": "user",\n                "content": "What is the capital of France?"\n            }\n        ],\n        "model": "openai/gpt-oss-120b:fastest",\n        "stream": false\n    }'`,
      {
        method: 'POST',
        body: { kind: 'json', value: { model: 'openai/gpt-oss-120b:fastest', stream: false } },
      },
    ],
    [
      'of the documentation, a sound',
      `curl ${HF}/openai/whisper-large-v3 \\\n    -X POST \\\n    -H "Authorization: Bearer $HF_TOKEN" \\\n    -H 'Content-Type: audio/flac' \\\n    --data-binary @"sample1.flac"`,
      { body: { kind: 'file', name: 'sample1.flac' }, notes: [] },
    ],
    [
      'with $(base64 ...) in the body',
      `curl http://h -d '{"image":"data:image/png;base64,'"$(base64 -w0 cat.png)"'"}'`,
      {
        body: {
          value: { image: '' },
          files: [{ pointer: '/image', name: 'cat.png', prefix: 'data:image/png;base64,' }],
        },
      },
    ],
    [
      'of Chrome for bash',
      `curl 'https://h/api?x=1&y=2' \\\n  -H 'accept: */*' \\\n  -H 'content-type: application/json' \\\n  -b 'token=secretsecret' \\\n  --data-raw $'{"inputs":"it\\'s \\u0021"}' \\\n  --compressed`,
      {
        url: 'https://h/api?x=1&y=2',
        body: { kind: 'json', value: { inputs: "it's !" } },
        notes: [
          { code: 'credential-ignored', values: { name: '-b' } },
          { code: 'option-ignored', values: { name: '--compressed' } },
        ],
      },
    ],
    [
      'of Chrome for cmd',
      `curl ^"https://h/api^" ^\r\n  -H ^"content-type: application/json^" ^\r\n  --data-raw ^"^{^\\^"inputs^\\^":^\\^"a ^& b^\\^"^}^"`,
      { url: 'https://h/api', method: 'POST', body: { value: { inputs: 'a & b' } } },
    ],
    [
      'with joined short options',
      'curl -sSLXPUT -HX-A:b http://h -d1',
      { method: 'PUT', headers: [['X-A', 'b']] },
    ],
    [
      'with --json',
      `curl --json '{"a":1}' h.example/x`,
      {
        url: 'http://h.example/x',
        method: 'POST',
        headers: [['Content-Type', 'application/json']],
      },
    ],
    [
      'with -d in pieces',
      `curl http://h -d a=1 --data-urlencode 'b=x y&' -d c`,
      { body: { kind: 'text', text: 'a=1&b=x+y%26&c' } },
    ],
    [
      'with -G',
      `curl -G http://h/?a=1 -d b=2`,
      { url: 'http://h/?a=1&b=2', method: 'GET', body: { kind: 'none' } },
    ],
    [
      'with a form',
      `curl http://h -F model=whisper -F 'file=@a b.mp3;type=audio/mpeg'`,
      {
        method: 'POST',
        body: {
          kind: 'form',
          fields: [
            { name: 'model', value: 'whisper' },
            { name: 'file', file: 'a b.mp3', type: 'audio/mpeg' },
          ],
        },
        notes: [],
      },
    ],
    [
      'with all that a form can say',
      `curl http://h -H 'Content-Type: multipart/form-data' -F a='"x; \\"y\\""' -F 'f=@"a,b.png";type=image/png;filename="c d.png",e.png' -F 'g=<long.txt' --form-string 'h=@x;y' -F 'i=1;type=text/html' -F b=$X`,
      {
        body: {
          kind: 'form',
          fields: [
            { name: 'a', value: 'x; "y"' },
            { name: 'f', file: 'c d.png', type: 'image/png' },
            { name: 'f', file: 'e.png' },
            { name: 'g', value: '' },
            { name: 'h', value: '@x;y' },
            { name: 'i', value: '1' },
            { name: 'b', value: '$X' },
          ],
        },
        notes: [
          { code: 'body-file', values: { name: 'long.txt' } },
          { code: 'option-ignored', values: { name: ';type=' } },
          { code: 'variable', values: { name: 'X' } },
        ],
      },
    ],
    [
      'with a here-document',
      `curl http://h -d @- <<'EOF'\n{"inputs":\n"x"}\nEOF\n`,
      { body: { value: { inputs: 'x' } }, notes: [] },
    ],
    [
      'with keys where they should not be',
      `curl 'https://me:pass-word-1@h/x?a=1&api_key=abcdefgh1' -H 'X-Api-Key: abcdefgh2' -u me:abcdefgh3`,
      {
        url: 'https://h/x?a=1',
        headers: [],
        secrets: [
          { value: 'abcdefgh2' },
          { value: 'me:abcdefgh3' },
          { value: 'pass-word-1' },
          { value: 'abcdefgh1' },
        ],
        notes: ['URL', 'X-Api-Key', '-u'].map((name) => ({
          code: 'credential-ignored',
          values: { name },
        })),
      },
    ],
    ['behind a prompt', '$ curl http://h', { url: 'http://h/', method: 'GET' }],
    [
      'with an empty header',
      `curl http://h -H 'X-Empty;' -H 'Content-Type:' -d '{}'`,
      { headers: [['X-Empty', '']] },
    ],
    [
      'with an unknown option',
      'curl --frobnicate http://h',
      { notes: [{ code: 'option-unknown' }] },
    ],
    [
      'with a variable in the body',
      `curl http://h -d "{\\"a\\":\\"$X\\"}"`,
      { notes: [{ code: 'variable', values: { name: 'X' } }] },
    ],
    [
      'two at once',
      'curl http://a; curl http://b',
      { url: 'http://a/', notes: [{ code: 'more-commands' }] },
    ],
    ['that is none', 'wget http://a', { url: '', notes: [{ code: 'no-command' }] }],
    ['without a URL', 'curl -X POST', { url: '', notes: [{ code: 'no-url' }] }],
    ['that is cut off', `curl 'http://a`, { notes: [{ code: 'open-quote' }] }],
  ])('%s', (_name, source, expected) => {
    expect(parseCurl(source)).toMatchObject(expected)
  })

  it.each([
    [`curl http://h -H "Authorization: Bearer ${TOKEN}"`, TOKEN],
    [`curl http://h -H 'authorization: bearer abc'`, 'abc'],
    ['curl http://h -H "Authorization: Bearer {API_TOKEN}"', undefined],
    ['curl http://h -H "Authorization: Bearer hf_***"', undefined],
    ['curl http://h --oauth2-bearer verysecret', 'verysecret'],
  ])('knows a token from a placeholder: %s', (source, value) => {
    expect(parseCurl(source).token).toEqual(value === undefined ? undefined : { value })
  })

  it.each([
    `curl http://h -H "Authorization: Bearer ${TOKEN}" -d '{"a":"${TOKEN}"}'`,
    `curl http://h -H Authorization:\\ Bearer\\ ${TOKEN.slice(0, 9)}''${TOKEN.slice(9)} -d "$X"`,
    `curl http://h -H $'Authorization: Bearer h\\x66${TOKEN.slice(2)}'`,
    `curl ^"http://h^" ^\n -H ^"Authorization: Bearer ${TOKEN}^"`,
    `curl 'http://h/?token=${TOKEN}'`,
    `not a command ${TOKEN}`,
  ])('loses its token: %s', (source) => {
    const clean = withoutSecrets(source, parseCurl(source).secrets)
    expect(clean).toContain('$HF_TOKEN')
    expect(parseCurl(clean).secrets).toEqual([])
    expect(clean.replaceAll(/\W/g, '')).not.toContain(TOKEN.slice(9))
  })

  it('keeps the rest of the command as it was', () => {
    const source = `curl http://h \\\n -H "Authorization: Bearer ${TOKEN}"  # mine`
    expect(withoutSecrets(source, parseCurl(source).secrets)).toBe(
      'curl http://h \\\n -H "Authorization: Bearer $HF_TOKEN"  # mine',
    )
  })

  it('never throws', () => {
    const signs = [
      'curl ',
      '-H ',
      '-d ',
      '@',
      "'",
      '"',
      '{',
      '}',
      ':',
      '|',
      'http://',
      '\\',
      '-F ',
      '=',
      '$(',
      '%',
      '\n',
    ]
    let seed = 7
    for (let count = 0; count < 4000; count++) {
      let source = 'curl '
      for (let sign = 0; sign < 10; sign++) {
        seed = (seed * 48271) % 2147483647
        source += signs[seed % signs.length] ?? ''
      }
      expect(() => withoutSecrets(source, parseCurl(source).secrets), source).not.toThrow()
    }
  })
})
