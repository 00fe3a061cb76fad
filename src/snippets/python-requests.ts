import type { WireRequest } from '@/core/request'
import { fillSlots } from '@/core/slots'
import { marked, placed } from './credential'
import {
  beside,
  bodySource,
  fileNames,
  fileNotes,
  filesBeside,
  headersBeside,
  outputName,
  type BodySource,
  type FileNames,
  type FormWriter,
} from './files'
import { block, Code, literal, python, type Value } from './literal'
import { base64Code, bytesCode, importLines } from './python-files'
import { pythonString } from './quote'
import { commonNotes, targetUrl, tokenVariable } from './request'
import { note, type Snippet } from './types'

/** The request by the requests library: JSON as data, files as their bytes. */
export function requestsSnippet(wire: WireRequest, forms?: FormWriter): Snippet {
  const body = bodySource(wire, forms)
  const names = fileNames(filesBeside(wire, body))
  const lines = [
    pythonString(targetUrl(wire)),
    ...headersLine(wire, body),
    ...bodyLine(wire, body, names, forms),
    ...(wire.stream ? ['stream=True'] : []),
  ]
  const script = [
    `response = requests.${wire.method.toLowerCase()}(${block(lines, python)})`,
    'if not response.ok:',
    '    raise SystemExit(f"{response.status_code} {response.text}")',
    '',
    ...resultLines(wire),
  ].join('\n')
  const imports = importLines({
    base64: body.kind === 'text' && names.size > 0,
    os: tokenVariable(wire) !== undefined,
    path: names.size > 0 || body.kind === 'saved' || outputName(wire) !== undefined,
    package: 'import requests',
  })
  const variable = tokenVariable(wire)
  return placed(
    {
      code: `${imports}\n\n${script}\n`,
      library: 'requests',
      notes: [
        note('install', { command: 'pip install requests' }),
        ...commonNotes(wire),
        ...fileNotes(names, body),
      ],
      ...beside(names, body),
    },
    variable ? { variable, lead: 'Bearer ', quote: 'python' } : undefined,
  )
}

function headersLine(wire: WireRequest, body: BodySource): string[] {
  const variable = tokenVariable(wire)
  const byJson = isWrittenAsJson(wire)
  const headers: [string, Value][] = headersBeside(wire, body).filter(
    // `json=` says it already.
    ([name, value]) => !(byJson && name.toLowerCase() === 'content-type' && value === JSON_TYPE),
  )
  if (variable)
    headers.unshift(['Authorization', new Code(marked(`f"Bearer {os.environ['${variable}']}"`))])
  if (headers.length === 0) return []
  return [`headers=${literal(Object.fromEntries(headers), python, 1)}`]
}

const JSON_TYPE = 'application/json'

/** `json=None` would send nothing, so a body that is null goes as text. */
function isWrittenAsJson(wire: WireRequest): boolean {
  const { body } = wire
  return body.kind === 'json' && body.value !== null && bodySource(wire).kind === 'text'
}

function bodyLine(
  wire: WireRequest,
  body: BodySource,
  names: FileNames,
  forms: FormWriter | undefined,
): string[] {
  switch (body.kind) {
    case 'none':
      return []
    case 'bytes':
      return [`data=${bytesCode(body.file.blob, names).text}`]
    case 'form':
      return forms?.lines(body, names) ?? []
    case 'saved':
      return [`data=Path(${pythonString(body.attachment.name)}).read_bytes()`]
    case 'text': {
      if (wire.body.kind !== 'json') return []
      if (!isWrittenAsJson(wire)) return ['data="null"']
      const value = fillSlots(wire.body.value, wire.body.files, (slot) => base64Code(slot, names))
      return [`json=${literal(value, python, 1)}`]
    }
  }
}

function resultLines(wire: WireRequest): string[] {
  const output = outputName(wire)
  if (output) return [`Path(${pythonString(output)}).write_bytes(response.content)`]
  if (!wire.stream) return ['print(response.text)']
  return [
    'for line in response.iter_lines(chunk_size=None):',
    '    if line.startswith(b"data:"):',
    '        print(line[5:].strip().decode(), flush=True)',
  ]
}
