import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { captureServer, type CaptureServer } from '../../tests/support/capture-server'
import { has, run, workFolder } from '../../tests/support/run-code'
import { requestMatrix, sampleFile, wireRequest } from '../../tests/support/snippet-cases'
import { expectSent, setUp, TOKENS } from '../../tests/support/snippet-proof'
import { base64At, inputsBody } from '@/core/body'
import { snippets } from '.'

const available = has('curl', '--version') && has('bash', '-c', 'base64 --version')

describe('curl', () => {
  let server: CaptureServer
  let folder: Awaited<ReturnType<typeof workFolder>>

  beforeAll(async () => {
    server = await captureServer()
    folder = await workFolder()
  })

  afterAll(async () => {
    await server.close()
    await folder.remove()
  })

  it.skipIf(!available)(
    'sends every request byte for byte (needs curl and bash)',
    async () => {
      const cases = await setUp(folder.path, requestMatrix(server.url), 'curl', 'command.sh')
      for (const prepared of cases) {
        const { status, stderr, stdout } = await run(
          'bash',
          [join(prepared.folder, 'command.sh')],
          {
            cwd: prepared.folder,
            env: TOKENS,
          },
        )
        expect(status, `${prepared.name}: ${stderr}`).toBe(0)
        const sent = server.take()
        expect(sent.length, prepared.name).toBe(1)
        await expectSent(prepared, sent[0])
        if (prepared.request.stream) expect(stdout).toContain('data: [DONE]')
      }
    },
    30_000,
  )

  it('reads as a person would write it', () => {
    const request = wireRequest('http://localhost:8080', inputsBody("it's me", { top_k: 2 }))
    expect(snippets(request).curl.code).toBe(
      [
        'curl -X POST http://localhost:8080/json/models/owner/name \\',
        '  -H "Authorization: Bearer $ENDPOINT_TOKEN" \\',
        "  -H 'Content-Type: application/json' \\",
        `  --data-raw '{"inputs":"it'\\''s me","parameters":{"top_k":2}}'`,
      ].join('\n'),
    )
  })

  it('sends a file by its name with its own media type', () => {
    const file = sampleFile('sample1.flac', 'audio/flac')
    const { code, notes } = snippets(wireRequest('http://h', { kind: 'bytes', file })).curl
    expect(code).toContain("-H 'Content-Type: audio/flac' \\\n  --data-binary @sample1.flac")
    expect(notes).toContainEqual({ code: 'save-file', values: { name: 'sample1.flac' } })
  })

  it('makes base64 on the way', () => {
    const body = inputsBody('', { threshold: 0.9 }, [base64At('/inputs', sampleFile('cats.png'))])
    expect(snippets(wireRequest('http://h', body)).curl.code).toContain(
      "{\n  printf '%s' '{\"inputs\":\"'\n  base64 < cats.png | tr -d '\\n'\n  printf '%s' '",
    )
  })

  it('does not buffer a stream, and writes a picture to a file', () => {
    const body = inputsBody('x', {})
    expect(snippets(wireRequest('http://h', body, { stream: true })).curl.code).toContain(' -N ')
    const picture = wireRequest('http://h', body, { replyMedia: 'image' })
    expect(snippets(picture).curl.code).toContain('--output output.png')
  })

  it('puts a body of more than 100 kB beside the command', () => {
    const request = wireRequest('http://h', inputsBody('你'.repeat(40_000), {}))
    const { code, attachments, notes } = snippets(request).curl
    expect(code).toContain('--data-binary @request.json')
    expect(attachments).toEqual([
      { name: 'request.json', parts: [JSON.stringify({ inputs: '你'.repeat(40_000) })] },
    ])
    expect(notes).toContainEqual({ code: 'save-body', values: { name: 'request.json' } })
  })
})
