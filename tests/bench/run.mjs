import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildIfStale } from '../../scripts/build.mjs'
import { launchBrowser } from './browser.mjs'
import { measureHistory } from './history.mjs'
import { measureOpening } from './opening.mjs'
import { tables } from './report.mjs'
import { startApp } from './server.mjs'
import { startSource } from './source.mjs'
import { COUNTS, measureStop, measureStreams } from './streams.mjs'

/**
 * Measures the built app as served: `npm run bench`. Ratios count, not milliseconds: those are this machine's.
 *
 *   --repeats=3              runs of each measure; the middle one counts
 *   --only=opening,streams,stop,history
 *   --counts=500,2000,8000   lengths of the streams
 */
const { values } = parseArgs({
  options: {
    repeats: { type: 'string', default: '3' },
    only: { type: 'string', default: 'opening,streams,stop,history' },
    counts: { type: 'string', default: COUNTS.join(',') },
  },
})
const only = values.only.split(',')
const options = {
  repeats: Number(values.repeats),
  counts: values.counts.split(',').map(Number),
  say: (line) => console.error(`  ${line}`),
}

buildIfStale()
const browser = await launchBrowser()
const app = await startApp()
const source = await startSource()
try {
  const measures = {
    opening: () => measureOpening(browser, app, options),
    streams: () => measureStreams(browser, app, source, options),
    stop: () => measureStop(browser, app, source, options),
    history: () => measureHistory(browser, app, options),
  }
  const results = {
    machine: `${cpus().length} × ${cpus()[0].model.trim()}, Chromium ${browser.version()}, Node ${process.versions.node}`,
    loadBefore: Number(loadavg()[0].toFixed(1)),
  }
  for (const name of only) {
    results[name] = await measures[name]()
    console.log(`\n${tables[name](results[name])}\n`)
  }
  results.loadAfter = Number(loadavg()[0].toFixed(1))
  console.log(`${results.machine}; load ${results.loadBefore} before, ${results.loadAfter} after.`)
  const file = fileURLToPath(new URL('results.json', import.meta.url))
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`)
} finally {
  await browser.close()
  source.stop()
  app.stop()
}
