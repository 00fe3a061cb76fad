import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, root } from './build.mjs'
import { runBrowserTests, runTool } from './steps.mjs'

/**
 * The whole test: types, lint, build, unit and browser tests. Every step runs and says how it went, except that browser
 * tests need a build. Ends with `N passed, N failed`, counting tests; a failed step that counts none is one failure.
 */

const reports = join(root, '.cache', 'reports')
const unitReport = join(reports, 'unit.json')
const browserReport = join(reports, 'browser.json')

const NOTHING = { passed: 0, failed: 0, skipped: 0 }

/** Counts of a Vitest report; a file that could not be loaded counts as one failure. */
function unitCounts(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * Counts of a Playwright report; an error outside any test counts as one failure. A flaky test has passed at its second
 * try, where there is one (playwright.config.ts); the list of the run names it.
 */
function browserCounts({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }
}

function countsOf(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    // The tool ended before it wrote its report: its exit code tells.
    return NOTHING
  }
}

async function unitTests() {
  const code = await runTool('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ])
  return { ok: code === 0, ...countsOf(unitReport, unitCounts) }
}

async function browserTests() {
  const code = await runBrowserTests(['--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
  })
  return { ok: code === 0, ...countsOf(browserReport, browserCounts) }
}

const check = async (name, args) => ({ ok: (await runTool(name, args)) === 0, ...NOTHING })

/** Runs a step, and says its outcome. One that failed without a failed test is a failure itself. */
async function step(title, work) {
  console.log(`\n=== ${title}`)
  const started = Date.now()
  const outcome = await Promise.resolve()
    .then(work)
    .catch((error) => {
      console.error(error.message)
      return { ok: false, ...NOTHING }
    })
  if (!outcome.ok && outcome.failed === 0) outcome.failed = 1
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`=== ${title}: ${outcome.failed === 0 ? 'passed' : 'FAILED'} (${seconds} s)`)
  return { title, ...outcome }
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const outcomes = [
  await step('Types', () => check('vue-tsc', ['--build'])),
  await step('Lint', () => check('eslint', ['.', '--max-warnings', '0'])),
  await step('Build', () => ({ ok: build(), ...NOTHING })),
]
const built = outcomes.at(-1).ok
outcomes.push(await step('Unit tests', unitTests))
if (built) outcomes.push(await step('Browser tests', browserTests))
else console.log('\n=== Browser tests: NOT RUN, since the build failed')

const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0)
const failedSteps = outcomes.filter(({ failed }) => failed > 0).map(({ title }) => title)
const skipped = sum('skipped')

console.log(failedSteps.length > 0 ? `\nFailed: ${failedSteps.join(', ')}` : '\nAll steps passed.')
console.log(
  `${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`,
)
process.exitCode = failedSteps.length > 0 ? 1 : 0
