import type { ClientCall, FileSlot, PreparedRequest } from '@/core/request'
import { fillSlots } from '@/core/slots'
import { marked, placed } from './credential'
import { fileNames, outputName, saveFileNotes, snippetFiles, type FileNames } from './files'
import { block, literal, python, type Value } from './literal'
import { base64Code, importLines, pathCode } from './python-files'
import type { PythonPlan } from './python-plan'
import { pythonString } from './quote'
import { commonNotes, tokenVariable } from './request'
import { note, type Snippet } from './types'

/** A script that makes the call with huggingface_hub. */
export function pythonClientSnippet(request: PreparedRequest, plan: PythonPlan): Snippet {
  const { call } = plan
  const names = fileNames(call.files.map(({ file }) => file))
  const script = [
    `client = InferenceClient(${block(constructorLines(request, plan), python)})`,
    '',
    ...callLines(
      request,
      `client.${call.method}(${block(argumentLines(request, plan, names), python)})`,
    ),
  ].join('\n')
  const extra =
    request.replyMedia === 'image'
      ? ' pillow'
      : call.method === 'feature_extraction'
        ? ' numpy'
        : ''
  const base64 = call.files.some((slot) => !takesPath(call, slot))
  const imports = importLines({
    base64,
    os: tokenVariable(request) !== undefined,
    path: base64,
    package: 'from huggingface_hub import InferenceClient',
  })
  const variable = tokenVariable(request)
  return placed(
    {
      code: `${imports}\n\n${script}\n`,
      library: 'huggingface_hub',
      notes: [
        note('install', { command: `pip install huggingface_hub${extra}` }),
        ...commonNotes(request),
        ...saveFileNotes(names),
      ],
      files: snippetFiles(names),
      attachments: [],
    },
    variable ? { variable, lead: '', quote: 'python' } : undefined,
  )
}

function constructorLines(request: PreparedRequest, plan: PythonPlan): string[] {
  const { route, mediaType } = plan
  const variable = tokenVariable(request)
  return [
    ...(route.kind === 'endpoint'
      ? [`base_url=${pythonString(route.url)}`]
      : [`provider=${pythonString(route.provider)}`, ...modelLine(plan)]),
    ...(variable ? [`api_key=${marked(`os.environ["${variable}"]`)}`] : []),
    ...(plan.billTo ? [`bill_to=${pythonString(plan.billTo)}`] : []),
    ...(mediaType ? [`headers=${literal({ 'Content-Type': mediaType }, python, 1)}`] : []),
  ]
}

/** The call names the model where it goes into the body; the constructor does so otherwise. */
function modelLine({ call, model }: PythonPlan): string[] {
  return call.args.model === undefined ? [`model=${pythonString(model)}`] : []
}

function argumentLines(request: PreparedRequest, { call }: PythonPlan, names: FileNames): string[] {
  const expression = (slot: FileSlot) =>
    takesPath(call, slot) ? pathCode(slot.file.blob, names) : base64Code(slot, names)
  const inPositional = call.files.filter((slot) => slot.in === 'positional')
  const inArgs = call.files.filter((slot) => slot.in !== 'positional')
  const positional = fillSlots(call.positional ?? [], inPositional, expression) as readonly Value[]
  const args = fillSlots(call.args, inArgs, expression) as Readonly<Record<string, Value>>
  const named = request.stream ? { ...args, stream: true } : args
  return [
    ...positional.map((value) => literal(value, python, 1)),
    ...Object.entries(named).map(([name, value]) => `${name}=${literal(value, python, 1)}`),
  ]
}

/** The methods that take a picture or a sound read it themselves; a chat message holds it as text. */
function takesPath(call: ClientCall, { prefix }: FileSlot): boolean {
  return prefix === '' && call.method !== 'chat_completion'
}

function callLines(request: PreparedRequest, call: string): string[] {
  const output = outputName(request)
  if (output) return [`result = ${call}`, `result.save(${pythonString(output)})`]
  if (!request.stream) return [`result = ${call}`, 'print(result)']
  return call.startsWith('client.chat_completion')
    ? [
        `for chunk in ${call}:`,
        '    if chunk.choices:',
        '        print(chunk.choices[0].delta.content or "", end="", flush=True)',
      ]
    : [`for token in ${call}:`, '    print(token, end="", flush=True)']
}
