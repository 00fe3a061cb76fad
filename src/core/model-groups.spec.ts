import { expect, it } from 'vitest'
import type { HubModel } from './hub'
import { modelGroups, type GroupSources } from './model-groups'

const model = (id: string, more: Partial<HubModel> = {}): HubModel => ({
  id,
  state: 'unknown',
  servings: [],
  chat: false,
  ...more,
})

const sources = (change: Partial<GroupSources> = {}): GroupSources => ({
  text: '',
  sandbox: [],
  favourites: [],
  recent: [],
  recommended: [],
  documented: [],
  found: undefined,
  bundled: [],
  facts: new Map(),
  ...change,
})

const shown = (change: Partial<GroupSources>) =>
  modelGroups(sources(change)).map(({ id, models }) => [id, ...models.map((each) => each.id)])

it.each<[string, Partial<GroupSources>, string[][]]>([
  ['nothing', {}, []],
  [
    'each model once, where it comes first',
    {
      favourites: ['a/1'],
      recent: ['a/1', 'a/2'],
      recommended: ['a/2'],
      documented: ['a/2', 'a/3'],
      found: [model('a/3'), model('a/4')],
    },
    [
      ['favourites', 'a/1'],
      ['recent', 'a/2'],
      ['documented', 'a/3'],
      ['onHub', 'a/4'],
    ],
  ],
  [
    "the bundled ones in the Hub's place",
    { documented: ['a/1'], bundled: [model('a/1'), model('a/2')] },
    [
      ['documented', 'a/1'],
      ['bundled', 'a/2'],
    ],
  ],
  ['an empty answer of the Hub as such', { found: [], bundled: [model('a/2')] }, []],
  [
    "own models by the words typed, the Hub's as it found them",
    { text: 'bert', documented: ['x/bert', 'x/gpt'], found: [model('y/other')] },
    [
      ['documented', 'x/bert'],
      ['onHub', 'y/other'],
    ],
  ],
  ['a name typed in full', { text: 'me/private', found: [] }, [['typed', 'me/private']]],
  [
    'a name typed in full that is known',
    { text: 'a/1', found: [model('a/1')] },
    [['onHub', 'a/1']],
  ],
  ['no name from half a word or from markup', { text: 'me/<b>' }, []],
])('lists %s', (_name, change, groups) => expect(shown(change)).toEqual(groups))

it('joins what is known of a model: its own answer, the list, the line of the documentation', () => {
  const [group] = modelGroups(
    sources({
      recommended: ['a/1'],
      bundled: [model('a/1', { description: 'Fine.', license: 'mit' })],
      found: [model('a/1', { state: 'cold', downloads: 5 })],
      facts: new Map([['a/1', model('a/1', { state: 'warm', downloads: 6 })]]),
    }),
  )
  expect(group?.models[0]).toMatchObject({
    description: 'Fine.',
    license: 'mit',
    state: 'warm',
    downloads: 6,
  })
})
