import { inputsBody, jsonBody } from '@/core/body'
import { textProblems, textsProblems } from '@/core/checks'
import { endpointUrl, type Connection } from '@/core/connection'
import { oneLine } from '@/core/one-line'
import type { Ranked } from '@/core/ranking'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft, type TaskRequest } from '@/core/task'
import { examples } from './examples'
import { fromBody } from './from-body'
import type { Input, Wire } from './input'
import { parseRanking } from './parse'
import schema from './schema'

export type { Input, Wire }

export interface Output {
  readonly ranking: readonly Ranked[]
}

export default defineTask<Input, Output>({
  id: 'text-ranking',
  schema,
  models: [
    { id: 'cross-encoder/ms-marco-MiniLM-L6-v2' },
    { id: 'BAAI/bge-reranker-v2-m3' },
    { id: 'Alibaba-NLP/gte-multilingual-reranker-base' },
    { id: 'Alibaba-NLP/gte-reranker-modernbert-base' },
    ...sandboxModels('text-ranking'),
  ],
  examples,
  emptyInput: { query: '', texts: [], wire: 'auto' },
  docs: 'https://huggingface.co/docs/text-embeddings-inference/quick_tour#re-rankers',
  streams: false,
  problems: ({ query, texts }) => [
    ...textProblems('query', query),
    ...textsProblems('sentences', texts),
  ],
  request: (draft, connection) =>
    wireOf(draft.input.wire, connection) === 'rerank'
      ? rerankRequest(draft, connection)
      : pairsRequest(draft),
  parse: (reply, { input }) => ({ ranking: parseRanking(reply, input.texts) }),
  fromBody,
  title: ({ query, texts }) =>
    oneLine([query, ...texts.slice(0, 20)].filter((text) => text !== '').join(' · ')),
})

/** What the choice comes to on a connection. */
export function wireOf(choice: Wire, connection?: Connection): Exclude<Wire, 'auto'> {
  if (choice !== 'auto') return choice
  return endsWithRerank(connection) ? 'rerank' : 'pairs'
}

function endsWithRerank(connection?: Connection): boolean {
  const url = connection?.kind === 'endpoint' ? endpointUrl(connection.url) : undefined
  return url !== undefined && /\/rerank\/*$/.test(url.pathname)
}

function pairsRequest({ input: { query, texts }, parameters }: Draft<Input>): TaskRequest {
  const pairs = texts.map((text) => [query, text])
  return { route: 'model', body: inputsBody(pairs, parameters), stream: false, clients: {} }
}

function rerankRequest(
  { input: { query, texts }, parameters }: Draft<Input>,
  connection?: Connection,
): TaskRequest {
  return {
    route: 'model',
    body: jsonBody({ query, texts, ...parameters }),
    stream: false,
    clients: {},
    ...(endsWithRerank(connection) ? {} : { path: '/rerank' }),
  }
}
