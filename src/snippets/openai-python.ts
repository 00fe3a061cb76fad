import type { Json } from '@/core/json'
import type { WireRequest } from '@/core/request'
import { fillSlots } from '@/core/slots'
import { marked, placed } from './credential'
import { beside, bodySource, fileNames, fileNotes, filesBeside, type FileNames } from './files'
import { block, Code, literal, python, type Value } from './literal'
import type { OpenaiPlan } from './openai-plan'
import { base64Code, importLines } from './python-files'
import { pythonString } from './quote'
import { commonNotes, tokenVariable } from './request'
import { note, type Snippet } from './types'

/** Keywords of `chat.completions.create` in all versions since 1.0; anything else goes by `extra_body`. */
const KEYWORDS = new Set(
  (
    'messages model frequency_penalty logit_bias logprobs max_tokens n presence_penalty response_format seed stop ' +
    'stream temperature tool_choice tools top_logprobs top_p user'
  ).split(' '),
)

/** A script that makes the call with the openai package. */
export function openaiPython(request: WireRequest, plan: OpenaiPlan): Snippet {
  const body = bodySource(request)
  const names = fileNames(filesBeside(request, body))
  const variable = tokenVariable(request)
  const saved = body.kind === 'saved' ? body.attachment.name : undefined
  const args = saved === undefined ? argumentLines(request, plan, names) : SAVED_ARGUMENTS
  const call = `client.chat.completions.create(${block(
    [...args, ...(saved !== undefined && request.stream ? ['stream=True'] : [])],
    python,
  )})`
  const imports = importLines({
    base64: names.size > 0,
    json: saved !== undefined,
    os: variable !== undefined,
    path: names.size > 0 || saved !== undefined,
    package: variable ? 'from openai import OpenAI' : 'from openai import Omit, OpenAI',
  })
  const script = [
    `client = OpenAI(${block(constructorLines(plan, variable), python)})`,
    '',
    ...(saved === undefined ? [] : savedLines(saved)),
    ...(request.stream
      ? [
          `stream = ${call}`,
          'for chunk in stream:',
          '    if chunk.choices:',
          '        print(chunk.choices[0].delta.content or "", end="", flush=True)',
        ]
      : [`completion = ${call}`, 'print(completion.choices[0].message)']),
  ].join('\n')
  return placed(
    {
      code: `${imports}\n\n${script}\n`,
      library: 'openai',
      notes: [
        note('install', { command: 'pip install openai' }),
        ...commonNotes(request),
        ...fileNotes(names, body),
      ],
      ...beside(names, body),
    },
    variable ? { variable, lead: '', quote: 'python' } : undefined,
  )
}

/** Without a token the library still wants one, and is told to send none. */
function constructorLines(
  { baseUrl, headers }: OpenaiPlan,
  variable: string | undefined,
): string[] {
  const named: [string, Value][] = headers.map(([name, value]) => [name, value])
  if (!variable) named.unshift(['Authorization', new Code('Omit()')])
  return [
    `base_url=${pythonString(baseUrl)}`,
    `api_key=${variable ? marked(`os.environ["${variable}"]`) : '"none"'}`,
    ...(named.length > 0
      ? [`default_headers=${literal(Object.fromEntries(named), python, 1)}`]
      : []),
  ]
}

function argumentLines(request: WireRequest, { body }: OpenaiPlan, names: FileNames): string[] {
  const slots = request.body.kind === 'json' ? request.body.files : []
  const filled = fillSlots(body, slots, (slot) => base64Code(slot, names))
  const entries = Object.entries(filled as Readonly<Record<string, Value>>)
  const named = entries.filter(([name]) => KEYWORDS.has(name))
  const others = entries.filter(([name]) => !KEYWORDS.has(name))
  return [
    ...named.map(([name, value]) => `${name}=${literal(value, python, 1)}`),
    ...(others.length > 0 ? [`extra_body=${literal(Object.fromEntries(others), python, 1)}`] : []),
  ]
}

const SAVED_ARGUMENTS = [
  'model=body.pop("model", "")',
  'messages=body.pop("messages")',
  'extra_body=body',
]

function savedLines(name: string): string[] {
  return [`body = json.loads(Path(${pythonString(name)}).read_text(encoding="utf-8"))`, '']
}

/** The library can't send half a letter, which JSON can name. */
export function isWellFormed(value: Json): boolean {
  if (typeof value === 'string') return !/\p{Cs}/u.test(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(
    ([key, member]) => isWellFormed(key) && isWellFormed(member as Json),
  )
}
