import { hasWords, isModelId, type HubModel } from './hub'

/** The parts of the picker's list, in the order in which they are shown. */
export type GroupId =
  'typed' | 'sandbox' | 'favourites' | 'recent' | 'recommended' | 'documented' | 'onHub' | 'bundled'

export interface ModelGroup {
  readonly id: GroupId
  readonly models: readonly HubModel[]
}

export interface GroupSources {
  /** What was typed into the search. */
  readonly text: string
  /** Of the sandbox, where it is the connection. */
  readonly sandbox: readonly string[]
  readonly favourites: readonly string[]
  readonly recent: readonly string[]
  readonly recommended: readonly string[]
  readonly documented: readonly string[]
  /** What the Hub answered; undefined while it has not, or can't. */
  readonly found: readonly HubModel[] | undefined
  /** What is known without the Hub. */
  readonly bundled: readonly HubModel[]
  /** What the Hub has told of single models. */
  readonly facts: ReadonlyMap<string, HubModel>
}

/**
 * Lists every model once, in the first group that has it, with all that is known of it. A name that was typed in full
 * and that no group has is offered as it is: private models are in no list.
 */
export function modelGroups(sources: GroupSources): readonly ModelGroup[] {
  const known = knownModels(sources)
  const text = sources.text.trim()
  const seen = new Set<string>()
  const take = (ids: readonly string[]) =>
    ids.filter((id) => !seen.has(id) && seen.add(id)).map((id) => known.get(id) ?? bare(id))
  const own = (ids: readonly string[]) => take(ids.filter((id) => hasWords(id, text)))

  const groups: ModelGroup[] = [
    { id: 'sandbox', models: own(sources.sandbox) },
    { id: 'favourites', models: own(sources.favourites) },
    { id: 'recent', models: own(sources.recent) },
    { id: 'recommended', models: own(sources.recommended) },
    { id: 'documented', models: own(sources.documented) },
    sources.found
      ? { id: 'onHub', models: take(sources.found.map(({ id }) => id)) }
      : { id: 'bundled', models: own(sources.bundled.map(({ id }) => id)) },
  ]
  const typed = text.includes('/') && isModelId(text) ? take([text]) : []
  return [{ id: 'typed' as const, models: typed }, ...groups].filter(
    ({ models }) => models.length > 0,
  )
}

/** What was asked for one model is newer than the list; the documentation's line stays with either. */
function knownModels({ bundled, found = [], facts }: GroupSources): ReadonlyMap<string, HubModel> {
  const known = new Map(bundled.map((model) => [model.id, model]))
  for (const model of [...found, ...facts.values()])
    known.set(model.id, { ...known.get(model.id), ...model })
  return known
}

const bare = (id: string): HubModel => ({ id, state: 'unknown', servings: [], chat: false })
