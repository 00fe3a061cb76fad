import type { ClientCall, PreparedRequest } from '@/core/request'
import { fillSlots } from '@/core/slots'
import { marked, placed } from './credential'
import { fileNames, outputName, saveFileNotes, snippetFiles, type FileNames } from './files'
import { base64Code, blobCode, fileImports, paragraphs, readLines } from './javascript-files'
import type { ClientPlan } from './javascript-plan'
import { expanded, javascript, literal, type Value } from './literal'
import { javascriptString } from './quote'
import { commonNotes, tokenVariable } from './request'
import { note, type Snippet } from './types'

/** An ES module that makes the call. */
export function clientSnippet(request: PreparedRequest, plan: ClientPlan): Snippet {
  const { call } = plan
  const names = fileNames(call.files.map(({ file }) => file))
  const output = outputName(request)
  const code = paragraphs(
    [
      ...fileImports(names.size > 0, output !== undefined),
      'import { InferenceClient } from "@huggingface/inference";',
    ],
    [`const client = new InferenceClient(${clientArguments(request, plan)});`],
    readLines(names),
    callLines(call, argumentsCode(plan, names), output),
  )
  const variable = tokenVariable(request)
  return placed(
    {
      code: `${code}\n`,
      library: '@huggingface/inference',
      notes: [
        note('install', { command: 'npm install @huggingface/inference' }),
        ...commonNotes(request),
        ...saveFileNotes(names),
      ],
      files: snippetFiles(names),
      attachments: [],
    },
    variable ? { variable, lead: '', quote: 'javascript' } : undefined,
  )
}

/** The token, and options: without the last one the library asks again at once, and for ever, on a 503. */
function clientArguments(request: PreparedRequest, plan: ClientPlan): string {
  const variable = tokenVariable(request)
  const options = { ...(plan.billTo ? { billTo: plan.billTo } : {}), retry_on_error: false }
  return `${variable ? marked(`process.env.${variable}`) : '""'}, ${literal(options, javascript)}`
}

function argumentsCode({ call, route }: ClientPlan, names: FileNames): string {
  const filled = fillSlots(call.args, call.files, (slot) =>
    slot.prefix === '' ? blobCode(slot, names) : base64Code(slot, names),
  )
  const where: Record<string, Value> =
    route.kind === 'endpoint' ? { endpointUrl: route.url } : { provider: route.provider }
  return expanded({ ...where, ...(filled as Record<string, Value>) }, javascript)
}

function callLines(call: ClientCall, args: string, output: string | undefined): string[] {
  if (call.method.endsWith('Stream')) {
    const print = call.method.startsWith('chat')
      ? 'process.stdout.write(chunk.choices[0]?.delta?.content ?? "")'
      : 'console.log(JSON.stringify(chunk))'
    return [`for await (const chunk of client.${call.method}(${args})) {`, `  ${print};`, '}']
  }
  const assignment = `const result = await client.${call.method}(${args});`
  return output
    ? [
        assignment,
        `await writeFile(${javascriptString(output)}, Buffer.from(await result.arrayBuffer()));`,
      ]
    : [assignment, 'console.log(JSON.stringify(result, null, 2));']
}
