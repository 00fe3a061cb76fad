import { buildIfStale } from './build.mjs'
import { runBrowserTests } from './steps.mjs'

// Browser tests alone: builds if needed and hands its arguments to `playwright test`.
buildIfStale()
process.exitCode = await runBrowserTests(process.argv.slice(2)).catch((error) => {
  console.error(error.message)
  return 1
})
