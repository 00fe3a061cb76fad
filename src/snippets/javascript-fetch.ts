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
import { base64Code, bytesCode, fileImports, paragraphs, readLines } from './javascript-files'
import { Code, expanded, javascript, literal, type Value } from './literal'
import { javascriptString } from './quote'
import { commonNotes, targetUrl, tokenVariable } from './request'
import type { Snippet } from './types'

/** The request by fetch: the same bytes, whatever the connection. */
export function fetchSnippet(wire: WireRequest, forms?: FormWriter): Snippet {
  const body = bodySource(wire, forms)
  const names = fileNames(filesBeside(wire, body))
  const output = outputName(wire)
  const code = paragraphs(
    [
      ...fileImports(names.size > 0 || body.kind === 'saved', output !== undefined),
      ...(wire.stream
        ? [
            'import { createInterface } from "node:readline";',
            'import { Readable } from "node:stream";',
          ]
        : []),
    ],
    readLines(names),
    body.kind === 'form' && forms ? forms.lines(body, names) : [],
    [
      `const response = await fetch(${javascriptString(targetUrl(wire))}, ${init(wire, body, names)});`,
      'if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);',
    ],
    output
      ? writeLines(output)
      : wire.stream
        ? STREAM_LINES
        : ['console.log(await response.text());'],
  )
  const variable = tokenVariable(wire)
  return placed(
    {
      code: `${code}\n`,
      library: 'fetch',
      notes: [...commonNotes(wire), ...fileNotes(names, body)],
      ...beside(names, body),
    },
    variable ? { variable, lead: 'Bearer ', quote: 'javascript' } : undefined,
  )
}

function init(wire: WireRequest, body: BodySource, names: FileNames): string {
  const variable = tokenVariable(wire)
  const headers: [string, Value][] = headersBeside(wire, body)
  if (variable)
    headers.unshift(['Authorization', new Code(marked(`\`Bearer \${process.env.${variable}}\``))])
  const sent = bodyCode(wire, body, names)
  const members: [string, Value][] = [
    ['method', wire.method],
    ...(headers.length > 0 ? [['headers', Object.fromEntries(headers)] as [string, Value]] : []),
    ...(sent ? [['body', sent] as [string, Value]] : []),
  ]
  return expanded(Object.fromEntries(members), javascript)
}

function bodyCode(wire: WireRequest, body: BodySource, names: FileNames): Code | undefined {
  switch (body.kind) {
    case 'none':
      return undefined
    case 'bytes':
      return bytesCode(body.file.blob, names)
    case 'form':
      return new Code('form')
    case 'saved':
      return new Code(`await readFile(${javascriptString(body.attachment.name)})`)
    case 'text': {
      if (wire.body.kind !== 'json') return undefined
      const value = fillSlots(wire.body.value, wire.body.files, (slot) => base64Code(slot, names))
      return new Code(`JSON.stringify(${literal(value, javascript, 1)})`)
    }
  }
}

function writeLines(output: string): string[] {
  return [
    `await writeFile(${javascriptString(output)}, Buffer.from(await response.arrayBuffer()));`,
  ]
}

const STREAM_LINES = [
  'for await (const line of createInterface({ input: Readable.fromWeb(response.body) })) {',
  '  if (line.startsWith("data:")) console.log(line.slice(5).trim());',
  '}',
]
