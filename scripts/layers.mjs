import { existsSync, readdirSync } from 'node:fs'

/** Composables about the browser alone (files, sound, scrolling); inputs and results may use these, and no others. */
const BROWSER_COMPOSABLES = [
  'useDownload',
  'useFileDrop',
  'useFollowEnd',
  'useFrameValue',
  'useMicrophone',
  'picture-work',
  'sound-work',
  'useObjectUrl',
  'useRowWindow',
  'zip',
].map((name) => `composables/${name}.ts`)

/**
 * Who may import whom: the table of docs/DESIGN.md as data for the linter. Paths are relative to src/. Every file may
 * import its own layer and core; what else is named here. `at` holds glob patterns.
 */
const LAYERS = [
  { name: 'core', at: ['core/**'], may: ['core'] },
  { name: 'inference', at: ['inference/**'], may: ['inference', 'core'] },
  { name: 'snippets', at: ['snippets/**'], may: ['snippets', 'core'] },
  { name: 'storage', at: ['storage/**'], may: ['storage', 'core'] },
  { name: 'sandbox', at: ['sandbox/**'], may: ['sandbox', 'core'], hint: 'Tasks come in by glob.' },
  { name: 'sandbox/lib', at: ['sandbox/lib/**'], may: ['sandbox/lib', 'core'] },
  { name: 'server', at: ['server/**'], may: ['server', 'sandbox', 'core'] },
  { name: 'workers', at: ['workers/!(sandbox).ts'], may: ['workers', 'core'] },
  {
    name: 'workers/sandbox.ts',
    at: ['workers/sandbox.ts'],
    may: ['workers', 'sandbox/app.ts', 'core'],
    hint: 'The worker that the sandbox of a static host runs in.',
  },
  { name: 'locales', at: ['locales/**'], may: ['locales', 'core'] },
  { name: 'stores', at: ['stores/**'], may: ['stores', 'core', 'storage'] },
  {
    name: 'composables',
    at: ['composables/**'],
    may: ['composables', 'core', 'inference', 'snippets', 'stores'],
  },
  {
    name: 'composables about the browser',
    at: BROWSER_COMPOSABLES,
    may: [...BROWSER_COMPOSABLES, 'core'],
  },
  {
    name: 'components/base',
    at: ['components/base/**'],
    may: ['components/base', 'core', 'locales/words.ts'],
  },
  {
    name: 'components/input',
    at: ['components/input/**'],
    may: [
      'components/input',
      'components/base',
      ...BROWSER_COMPOSABLES,
      'core',
      'locales/words.ts',
    ],
  },
  {
    name: 'components/result',
    at: ['components/result/**'],
    may: [
      'components/result',
      'components/base',
      ...BROWSER_COMPOSABLES,
      'core',
      'locales/words.ts',
    ],
  },
  {
    name: 'other components',
    at: ['components/!(base|input|result)/**'],
    may: ['components', 'composables', 'core', 'locales/words.ts'],
  },
  {
    name: 'tasks/index.ts',
    at: ['tasks/*.ts'],
    may: ['tasks/index.ts', 'core'],
    hint: 'Task folders come in by glob.',
  },
  {
    name: 'views, router and App',
    at: ['views/**', '*.vue', 'router.ts'],
    may: [
      'views',
      'router.ts',
      'App.vue',
      'tasks/index.ts',
      'stores',
      'components',
      'composables',
      'core',
      'locales/words.ts',
    ],
  },
]

/** A task's folder imports itself, never another task. Words and titles are loaded for all tasks: they stay lean. */
function taskLayers(id) {
  const own = `tasks/${id}`
  return [
    { name: `${own}/meta.ts`, at: [`${own}/meta.ts`], may: ['core'] },
    { name: `${own}/text.ts`, at: [`${own}/text.ts`], may: ['core', 'locales/words.ts'] },
    {
      name: `${own}/*.ts`,
      at: [`${own}/!(sandbox*|use-*).ts`, `${own}/*/**/*.ts`],
      may: [own, 'core', 'locales/words.ts'],
    },
    {
      name: `${own}/sandbox.ts`,
      at: [`${own}/sandbox*.ts`],
      may: [own, 'sandbox/lib', 'core'],
      hint: 'The sandbox itself calls the task, and not the other way round.',
    },
    {
      name: `${own}/*.vue and its composables`,
      at: [`${own}/**/*.vue`, `${own}/use-*.ts`],
      may: [own, 'components', 'composables', 'core', 'locales/words.ts'],
    },
  ]
}

/** The ids of the tasks: the names of the folders in src/tasks. */
export function taskIds(root) {
  const folder = `${root}/src/tasks`
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** Zones for import-x/no-restricted-paths, relative to `root`, the project's folder. */
export function importZones(root) {
  return [...LAYERS, ...taskIds(root).flatMap(taskLayers)].map(({ name, at, may, hint }) => ({
    target: at.map((glob) => `./src/${glob}`),
    from: './src',
    except: may,
    message: `${name} may import only ${may.join(', ')}.${hint ? ` ${hint}` : ''} See docs/DESIGN.md.`,
  }))
}

/** Files that run in plain Node and know no user interface. */
export const PURE_FILES = [
  'src/{core,inference,snippets,storage,sandbox,server,workers}/**/*.ts',
  'src/tasks/*/!(use-*).ts',
  'src/tasks/*/*/**/*.ts',
]

/** Where the network may be reached: the transport and what stands in for it, and what is not the page. */
export const NETWORK_FILES = [
  'src/inference/transport.ts',
  'src/inference/providers/**',
  'src/inference/hub*.ts',
  'src/main.ts',
  'src/services.ts',
  'src/server/**',
  'src/**/*.spec.ts',
  'tests/**',
  'scripts/**',
]
