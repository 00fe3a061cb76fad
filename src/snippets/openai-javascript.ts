import type { WireRequest } from '@/core/request'
import { fillSlots } from '@/core/slots'
import { marked, placed } from './credential'
import { beside, bodySource, fileNames, fileNotes, filesBeside, type FileNames } from './files'
import { base64Code, fileImports, paragraphs, readLines } from './javascript-files'
import { Code, expanded, javascript, type Value } from './literal'
import type { OpenaiPlan } from './openai-plan'
import { javascriptString } from './quote'
import { commonNotes, tokenVariable } from './request'
import { note, type Snippet } from './types'

/** An ES module that makes the call with the openai package: it sends parameters that it does not know as they are. */
export function openaiJavascript(request: WireRequest, plan: OpenaiPlan): Snippet {
  const body = bodySource(request)
  const names = fileNames(filesBeside(request, body))
  const variable = tokenVariable(request)
  const call = `client.chat.completions.create(${argumentCode(request, plan, names)})`
  const code = paragraphs(
    [
      ...fileImports(names.size > 0 || body.kind === 'saved', false),
      'import OpenAI from "openai";',
    ],
    [`const client = new OpenAI(${expanded(options(plan, variable), javascript)});`],
    readLines(names),
    request.stream
      ? [
          `const stream = await ${call};`,
          'for await (const chunk of stream) {',
          '  process.stdout.write(chunk.choices[0]?.delta?.content ?? "");',
          '}',
        ]
      : [`const completion = await ${call};`, 'console.log(completion.choices?.[0]?.message);'],
  )
  return placed(
    {
      code: `${code}\n`,
      library: 'openai',
      notes: [
        note('install', { command: 'npm install openai' }),
        ...commonNotes(request),
        ...fileNotes(names, body),
      ],
      ...beside(names, body),
    },
    variable ? { variable, lead: '', quote: 'javascript' } : undefined,
  )
}

/** Without a token the library still wants one, and is told to send none. */
function options({ baseUrl, headers }: OpenaiPlan, variable: string | undefined) {
  const named: [string, Value][] = headers.map(([name, value]) => [name, value])
  if (!variable) named.unshift(['Authorization', null])
  return {
    baseURL: baseUrl,
    apiKey: variable ? new Code(marked(`process.env.${variable}`)) : 'none',
    ...(named.length > 0 ? { defaultHeaders: Object.fromEntries(named) } : {}),
  }
}

function argumentCode(request: WireRequest, { body }: OpenaiPlan, names: FileNames): string {
  const source = bodySource(request)
  if (source.kind === 'saved')
    return `JSON.parse(await readFile(${javascriptString(source.attachment.name)}, "utf8"))`
  const slots = request.body.kind === 'json' ? request.body.files : []
  return expanded(
    fillSlots(body, slots, (slot) => base64Code(slot, names)),
    javascript,
  )
}
