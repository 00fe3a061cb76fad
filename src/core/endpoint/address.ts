/** Routes that servers document: people paste them as often as the address itself. */
const ROUTES = new RegExp(
  `(?:${[
    '/v1(?:/(?:chat/completions|completions|embeddings|models|rerank))?',
    '/chat/completions',
    '/(?:generate|generate_stream|invocations|tokenize|predict|rerank|similarity)',
    '/(?:embed|embed_all|embed_sparse)',
    '/(?:health|info|metrics)',
  ].join('|')})$`,
)

/** Where a server's own routes begin: without a route, query, fragment, or slash at the end. */
export function endpointBase({ origin, pathname }: URL): string {
  const path = pathname.replace(/\/+$/, '')
  return origin + path.replace(ROUTES, '').replace(/\/+$/, '')
}
