import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { captureServer, type CaptureServer } from '../support/capture-server'
import { readHttpie, type HttpieRequest } from '../support/httpie-items'
import { folders, tell } from '../support/proof'
import { proofCases } from '../support/proof-cases'
import { has, run, workFolder } from '../support/run-code'
import { requestMatrix } from '../support/snippet-cases'
import { bodyBytes, expectSent, TOKENS, type Prepared } from '../support/snippet-proof'

const bash = has('bash', '-c', 'base64 --version')
const httpie = bash && has('http', '--version')

/** In the place of HTTPie a function that writes its words and its standard input, so that bash alone is asked. */
const WORDS = `
http() {
  printf '%s\\0' "$@" > words
  case " $* " in *' --ignore-stdin '*) ;; *) cat > body ;; esac
}
while IFS= read -r folder; do
  cd "$folder" && . ./command.sh < /dev/null
done < folders
`

const RUN = `
while IFS= read -r folder; do
  cd "$folder" && . ./command.sh < /dev/null > stdout 2> stderr || echo "$folder: $? $(cat stderr)"
done < folders
`

let server: CaptureServer
let work: Awaited<ReturnType<typeof workFolder>>

beforeAll(async () => {
  server = await captureServer()
  work = await workFolder()
})

afterAll(async () => {
  await server.close()
  await work.remove()
})

async function inBash(script: string, root: string, prepared: readonly Prepared[]) {
  await writeFile(join(root, 'folders'), prepared.map(({ folder }) => `${folder}\n`).join(''))
  return run('bash', ['-c', script], { cwd: root, env: TOKENS })
}

/** The request that the words mean is the page's. */
async function expectSays({ name, request, folder, snippet }: Prepared): Promise<void> {
  const words = (await readFile(join(folder, 'words'), 'utf8')).split('\0').slice(0, -1)
  const said = readHttpie(words)
  expect(said.method, name).toBe(request.method)
  expect(said.stream, name).toBe(request.stream)
  const expected = new URL(request.url)
  expect(new URL(said.url).pathname, name).toBe(expected.pathname)
  expect(new URL(said.url).search, name).toBe(expected.search)
  const headers = new Map(said.headers.map(([key, value]) => [key.toLowerCase(), value]))
  const lost = snippet.notes
    .filter(({ code }) => code === 'unquotable')
    .map(({ values }) => values.name)
  expect(headers.get('authorization') !== undefined, name).toBe(request.credential.kind !== 'none')
  const byItself = said.json !== undefined || said.form !== undefined
  for (const [key, value] of new Headers(request.headers.map(([a, b]): [string, string] => [a, b])))
    if (!lost.some((each) => each?.toLowerCase() === key) && !(byItself && key === 'content-type'))
      expect(headers.get(key), `${name}: ${key}`).toBe(value)
  await expectBody(said, { name, request, folder, snippet })
}

async function expectBody(said: HttpieRequest, { name, request, folder }: Prepared): Promise<void> {
  const bytes = await bodyBytes(request)
  if (said.form) {
    const parts = request.body.kind === 'form' ? request.body.parts : []
    expect(said.form, name).toEqual(
      parts.map((part) =>
        'file' in part
          ? { name: part.name, path: pathOf(part.file.name), type: part.file.type }
          : { name: part.name, value: part.value },
      ),
    )
  } else if (said.json) expect(said.json, name).toEqual(JSON.parse(bytes.toString()))
  else if (said.stdin) {
    const body = await readFile(join(folder, 'body'))
    expect(body.equals(bytes), `${name}: body`).toBe(true)
  } else expect(Buffer.from(said.raw ?? '').equals(bytes), `${name}: raw`).toBe(true)
}

const pathOf = (name: string) => (name.startsWith('-') ? `./${name}` : name)

it.skipIf(!bash)(
  'HTTPie is told what the page sends, for every task, connection and nasty input (needs bash)',
  async () => {
    const root = join(work.path, 'words')
    const cases = await proofCases(server.url)
    for (const [name, request] of requestMatrix(server.url)) cases.set(name, request)
    const prepared = await folders(root, cases, 'httpie', 'command.sh', server.url)
    const done = await inBash(WORDS, root, prepared)
    expect(done).toMatchObject({ status: 0, stdout: '', stderr: '' })
    for (const each of prepared) await expectSays(each)
    tell('HTTPie, by its words', prepared)
  },
  120_000,
)

it.skipIf(!httpie)(
  'HTTPie itself sends it (needs http)',
  async () => {
    const root = join(work.path, 'sent')
    const all = [...requestMatrix(server.url)].filter(([name]) => /^(json|field|[^,]*$)/.test(name))
    const cases = new Map(all)
    const prepared = await folders(root, cases, 'httpie', 'command.sh', server.url)
    const done = await inBash(RUN, root, prepared)
    expect(done).toMatchObject({ status: 0, stdout: '' })
    const sent = server.take()
    expect(sent.length).toBe(prepared.length)
    for (const [index, each] of prepared.entries()) {
      const lost = each.snippet.notes.some(({ code }) => code === 'unquotable')
      if (!lost) await expectSent(each, sent[index], { json: true })
    }
    tell('HTTPie, run', prepared)
  },
  120_000,
)
