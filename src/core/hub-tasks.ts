import type { Serving } from './hub'

/**
 * Our task pages and the Hub's tasks. Most have the same name; where they differ, this table says how a page's models
 * are listed, whose recommendation it takes, and as what providers serve them.
 */
export interface HubTask {
  /** Models are listed by their `pipeline_tag`. */
  readonly pipelineTag?: string
  /** Models are listed by a tag instead: several pipeline tags have it, or none any more. */
  readonly tag?: string
  /** The task of /api/tasks; undefined where the Hub describes none. */
  readonly described?: string
  /** What a provider's mapping may say for a model that suits the page. */
  readonly servedAs: readonly string[]
}

/** hf-inference serves both kinds of sentence encoders for both tasks. */
const ENCODERS = ['feature-extraction', 'sentence-similarity']

const special: Readonly<Record<string, HubTask>> = {
  conversational: {
    tag: 'conversational',
    described: 'text-generation',
    servedAs: ['conversational'],
  },
  'feature-extraction': {
    pipelineTag: 'feature-extraction',
    described: 'feature-extraction',
    servedAs: ENCODERS,
  },
  'sentence-similarity': {
    pipelineTag: 'sentence-similarity',
    described: 'sentence-similarity',
    servedAs: ENCODERS,
  },
  'sentence-embeddings': {
    tag: 'sentence-transformers',
    described: 'sentence-similarity',
    servedAs: ENCODERS,
  },
  // The Hub has given this task up; its models still carry the tag.
  'text2text-generation': {
    tag: 'text2text-generation',
    servedAs: ['text2text-generation'],
  },
  custom: { servedAs: [] },
}

export function hubTask(task: string): HubTask {
  if (task === '') return { servedAs: [] }
  const same = { pipelineTag: task, described: task, servedAs: [task] }
  return (Object.hasOwn(special, task) ? special[task] : undefined) ?? same
}

/** Whether a provider serves a model for what a page asks of it. The page for any request takes every serving. */
export function servesPage(serving: Serving, page: string): boolean {
  const { servedAs } = hubTask(page)
  return servedAs.length === 0 || servedAs.includes(serving.task)
}

const CHAT = 'conversational'

const pages: Readonly<Record<string, readonly string[]>> = {
  conversational: ['conversational'],
  'image-text-to-text': ['conversational'],
  'any-to-any': ['conversational'],
  'feature-extraction': ['feature-extraction', 'sentence-embeddings'],
  'sentence-similarity': ['sentence-similarity', 'sentence-embeddings', 'feature-extraction'],
}

/**
 * The ids of the pages on which a model of one of the Hub's tasks can be tried, the most fitting first. `isPage` says
 * which ids there are; the page for any request is left for what has none.
 */
export function pagesFor(
  task: string | undefined,
  chat: boolean,
  isPage: (id: string) => boolean,
): readonly string[] {
  if (task === undefined) return chat ? [CHAT] : ['custom']
  const own = (Object.hasOwn(pages, task) ? pages[task] : undefined) ?? [task]
  const asked = chat && !own.includes(CHAT)
  // A model that generates text is at its best in a conversation, where it knows how to hold one.
  const all = !asked ? own : task === 'text-generation' ? [CHAT, ...own] : [...own, CHAT]
  const found = all.filter(isPage)
  return found.length > 0 ? found : ['custom']
}
