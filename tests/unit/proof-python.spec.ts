import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Json, JsonObject } from '@/core/json'
import { captureServer, type CaptureServer } from '../support/capture-server'
import { folders, tell } from '../support/proof'
import { proofCases } from '../support/proof-cases'
import { has, run, workFolder } from '../support/run-code'
import { bodyBytes, expectSent, TOKENS, type Prepared } from '../support/snippet-proof'

const python = process.env.TASKSCOPE_PYTHON ?? 'python3'
const hasPython = has(python, '-c', '')
const hasRequests = has(python, '-c', 'import requests')
const hasOpenai = has(python, '-c', 'import openai')

/**
 * Compiles each script for Python 3.9 and prints what its last call is given, a line of JSON each: values as they
 * evaluate, a file's bytes and base64 as what they name.
 */
const READ = `
import ast, json
def value(node):
    if isinstance(node, ast.Dict):
        return {ast.literal_eval(k): value(v) for k, v in zip(node.keys, node.values)}
    if isinstance(node, (ast.List, ast.Tuple)):
        return [value(each) for each in node.elts]
    try:
        return ast.literal_eval(node)
    except ValueError:
        return {"<code>": ast.unparse(node)}
for line in open("folders", encoding="utf-8").read().splitlines():
    path = line + "/code.py"
    tree = ast.parse(open(path, encoding="utf-8").read(), feature_version=(3, 9))
    compile(tree, path, "exec")
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)
        and ast.unparse(node.func).startswith(("client.", "requests."))]
    call = calls[-1]
    print(json.dumps([[value(a) for a in call.args], {k.arg: value(k.value) for k in call.keywords}]))
`

/** Runs the scripts one after the other in one Python, each in its own folder. */
const RUN = `
import os, runpy, sys
sys.stdout = open(os.devnull, "w")
for line in open("folders", encoding="utf-8").read().splitlines():
    os.chdir(line)
    try:
        runpy.run_path("code.py", run_name="__main__")
    except Exception as error:
        print(line, repr(error), file=sys.stderr)
`

let server: CaptureServer
let work: Awaited<ReturnType<typeof workFolder>>
let prepared: Prepared[]

beforeAll(async () => {
  server = await captureServer()
  work = await workFolder()
  const cases = await proofCases(server.url)
  prepared = await folders(work.path, cases, 'python', 'code.py', server.url)
}, 60_000)

afterAll(async () => {
  await server.close()
  await work.remove()
})

async function inPython(script: string, chosen: readonly Prepared[]) {
  await writeFile(join(work.path, 'folders'), chosen.map(({ folder }) => `${folder}\n`).join(''))
  await writeFile(join(work.path, 'script.py'), script)
  const env = { ...TOKENS, NO_PROXY: '*' }
  return run(python, ['script.py'], { cwd: work.path, env })
}

it.skipIf(!hasPython)(
  'Python compiles and holds the data as it is, for every task, connection and nasty input (needs python3)',
  async () => {
    const { stdout, stderr } = await inPython(READ, prepared)
    expect(stderr).toBe('')
    const lines = stdout.trim().split('\n')
    expect(lines.length).toBe(prepared.length)
    for (const [index, each] of prepared.entries()) {
      const [, keywords] = JSON.parse(lines[index] ?? '') as [Json[], JsonObject]
      const { request, snippet, name } = each
      const inline = request.body.kind === 'json' && request.body.files.length === 0
      if (!inline || snippet.attachments.length > 0) continue
      const body = JSON.parse((await bodyBytes(request)).toString()) as JsonObject
      if (snippet.library === 'requests') expect(keywords.json, name).toEqual(body)
      if (snippet.library === 'openai') {
        const { extra_body: extra = {}, ...named } = keywords
        expect({ ...named, ...(extra as JsonObject) }, name).toEqual(body)
      }
    }
    tell('Python, compiled and read', prepared)
  },
  120_000,
)

it.skipIf(!hasRequests)(
  'requests sends what the page sends (needs its package)',
  async () => {
    const chosen = prepared.filter(({ snippet }) => snippet.library === 'requests')
    const { stderr } = await inPython(RUN, chosen)
    expect(stderr).toBe('')
    const sent = server.take()
    expect(sent.length).toBe(chosen.length)
    for (const [index, each] of chosen.entries())
      await expectSent(each, sent[index], { json: true })
    tell('Python, run', chosen)
  },
  120_000,
)

it.skipIf(!hasOpenai)(
  'openai for Python sends what the page sends (needs its package)',
  async () => {
    const chosen = prepared.filter(({ snippet }) => snippet.library === 'openai')
    await inPython(RUN, chosen)
    const sent = server.take()
    expect(sent.length).toBe(chosen.length)
    for (const [index, each] of chosen.entries())
      await expectSent(each, sent[index], { json: true })
    tell('Python, run', chosen)
  },
  120_000,
)
