import { expect, test as base, type Page } from '@playwright/test'
import { Guard } from './guard'
import { startServer, type AppServer } from './server'

export { axe } from './axe'
export { expect }

interface TestFixtures {
  /** The app's origin, without a slash at the end; also the base of `page.goto('/#/...')`. */
  app: string
  /** What must not happen on any page of the test. Checked at the end by itself; tell it what the test expects. */
  guard: Guard
}

interface WorkerFixtures {
  /** Variables for the server: `test.use({ serverEnv: { ... } })` at the top of a file. */
  serverEnv: Readonly<Record<string, string>>
  server: AppServer
}

/** Playwright's test on a running app. Each test has a fresh context, so that nothing is stored yet. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  serverEnv: [{}, { scope: 'worker', option: true }],
  server: [
    async ({ serverEnv }, use) => {
      const server = await startServer(serverEnv)
      await use(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  app: async ({ server }, use) => use(server.url),
  baseURL: async ({ server }, use) => use(server.url),
  guard: [
    async ({ context, app }, use) => {
      const guard = await Guard.on(context, app)
      await use(guard)
      guard.check()
    },
    { auto: true },
  ],
})

/** Opens a task's page, in English unless `lang` says otherwise, and waits until it can be run. */
export async function openTask(page: Page, id: string, lang?: 'en' | 'zh-CN'): Promise<void> {
  await page.goto(`/#/tasks/${id}${lang ? `?lang=${lang}` : ''}`)
  await expect(page.getByTestId('run')).toBeVisible()
}

/** The part that shows a run, once the run has come to `state`. */
export async function expectState(page: Page, state: string | RegExp): Promise<void> {
  await expect(page.getByTestId('result')).toHaveAttribute('data-state', state)
}
