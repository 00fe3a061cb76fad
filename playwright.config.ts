import { defineConfig, devices } from '@playwright/test'

/**
 * The built app, served by its own server, in one desktop Chromium. `npm run test:e2e` finds the browser and builds
 * first; called directly, Playwright takes TASKSCOPE_CHROMIUM or its own browser, and what is in dist/.
 */
export default defineConfig({
  testDir: './tests/e2e',
  outputDir: './test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes at the second try is a fault of the test or of the app: here it fails. A machine that others
  // share may stall for seconds: there it is tried once more, and named as flaky.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  timeout: 60_000,
  globalTimeout: 30 * 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    locale: 'en-US',
    timezoneId: 'UTC',
    colorScheme: 'light',
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: {
          executablePath: process.env.TASKSCOPE_CHROMIUM || undefined,
          args: [
            // As root, and in most containers, Chromium can't start its sandbox.
            '--no-sandbox',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            // A microphone that beeps; a test grants the permission, or sees what happens without it.
            '--use-fake-device-for-media-stream',
          ],
        },
      },
    },
  ],
})
