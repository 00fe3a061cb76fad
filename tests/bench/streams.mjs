import { freshContext, mainThreadClock, traceTasks } from './browser.mjs'
import { summary } from './stats.mjs'
import { pieces } from './text.mjs'

/** Streams of several lengths through the two pages that stream, from a server of the bench's own. */

export const COUNTS = [500, 2000, 8000]
/** Events a second; 0 is as fast as the connection takes them. */
const RATES = [200, 0]

const TASKS = {
  'text-generation': { path: '', input: 'input-inputs' },
  conversational: { path: '/v1/chat/completions', input: 'input-messages' },
}

/** What is streamed where. An unbroken text is one paragraph from its first word to its last. */
const STREAMS = [
  ...RATES.map((rate) => ({ task: 'text-generation', style: 'markdown', rate })),
  ...RATES.map((rate) => ({ task: 'conversational', style: 'markdown', rate })),
  ...['text-generation', 'conversational'].map((task) => ({ task, style: 'unbroken', rate: 200 })),
]

/** Opens a task on the bench's own endpoint, and watches the run from inside the page. */
export async function openOn(browser, app, task, endpointUrl) {
  const context = await freshContext(browser)
  await context.addInitScript((url) => {
    const connection = { kind: 'endpoint', endpointUrl: url, endpointAuth: 'none' }
    localStorage.setItem('taskscope.connection', JSON.stringify(connection))
  }, endpointUrl)
  const page = await context.newPage()
  await page.goto(`${app.url}/#/tasks/${task}`)
  await page.getByTestId(TASKS[task].input).fill('How does a request travel?')
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(500)
  await page.evaluate(watchRun)
  return page
}

/** Runs inside the page: when the buttons were pressed, when the run came to which state, and the long tasks. */
function watchRun() {
  const bench = { pressed: {}, states: {}, longTasks: [] }
  globalThis.bench = bench
  bench.ended = new Promise((resolve) => (bench.end = resolve))
  const result = document.querySelector('[data-testid=result]')
  const note = (event) => {
    const id = event.target.closest('[data-testid]')?.dataset.testid
    if (id) bench.pressed[id] = event.timeStamp
  }
  addEventListener('click', note, true)
  new MutationObserver(() => {
    const { state } = result.dataset
    bench.states[state] = performance.now()
    if (['done', 'failed', 'aborted'].includes(state)) bench.end(state)
  }).observe(result, { attributes: true, attributeFilter: ['data-state'] })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      if (startTime + duration > (bench.pressed.run ?? Infinity)) bench.longTasks.push(duration)
  }).observe({ type: 'longtask' })
}

async function stream(browser, app, source, measured) {
  const { task, count } = measured
  const page = await openOn(browser, app, task, source.url + pathOf(measured))
  const clock = await mainThreadClock(page)
  const endTrace = await traceTasks(page)
  const before = await clock()
  await page.getByTestId('run').click()
  const ended = await page.evaluate(() => globalThis.bench.ended)
  if (ended !== 'done') throw new Error(`${task}: the stream of ${count} events ${ended}.`)
  // Saving, and whatever else a run leaves to be done, belongs to its cost.
  await page.waitForTimeout(1000)
  const cost = (await clock()) - before
  const tasks = await endTrace()
  const { pressed, states, longTasks } = await page.evaluate(() => globalThis.bench)
  await expectWhole(page, measured)
  await page.context().close()
  return { ms: states.done - pressed.run, cost, longTasks, tasks, sourceMs: source.lastStream().ms }
}

const pathOf = ({ style, count, rate }) => `/${style}/${count}/${rate}`

/** A stream that was drawn by halves would be fast as well. */
async function expectWhole(page, { task, style, count }) {
  const text = pieces(style, count - 1).join('')
  const shown = await page.evaluate(
    (id) => document.querySelector(`[data-testid=${id}]`)?.textContent.length ?? 0,
    task === 'conversational' ? 'message-assistant' : 'generated-text',
  )
  // Markdown's marks are not shown, the words of buttons and of code's languages are.
  if (shown < text.length * 0.8)
    throw new Error(`${task}: ${shown} of ${text.length} letters are shown.`)
}

/** What the browser alone takes to read a stream to its end, in milliseconds. */
async function bareRead(browser, app, source, measured) {
  const context = await freshContext(browser)
  const page = await context.newPage()
  await page.goto(`${app.url}/favicon.svg`)
  const url = source.url + pathOf(measured) + TASKS[measured.task].path
  const ms = await page.evaluate(async (address) => {
    const startedAt = performance.now()
    const response = await fetch(address, { method: 'POST', body: '{}' })
    const reader = response.body.getReader()
    while (!(await reader.read()).done);
    return performance.now() - startedAt
  }, url)
  await context.close()
  return ms
}

/** Streams of each length, paced and flooding. */
export async function measureStreams(browser, app, source, { repeats, counts, say }) {
  const results = []
  for (const kind of STREAMS) {
    for (const count of counts) {
      const measured = { ...kind, count }
      say(`Streaming: ${kind.task}, ${kind.style}, ${count} events, ${kind.rate || 'flooding'}`)
      const runs = []
      for (let run = 0; run < repeats; run++) {
        // Paced, the source keeps its own time, whoever reads; flooding, it is as fast as its reader.
        const bare = kind.rate > 0 ? undefined : await bareRead(browser, app, source, measured)
        const { sourceMs, ...rest } = await stream(browser, app, source, measured)
        runs.push({ ...rest, sourceMs: bare ?? sourceMs })
      }
      results.push({ ...measured, ...summarised(runs, count) })
    }
  }
  return results
}

function summarised(runs, count) {
  const of = (measure, digits) => summary(runs.map(measure), digits)
  return {
    sourceMs: of(({ sourceMs }) => sourceMs, 0),
    addedMs: of(({ ms, sourceMs }) => ms - sourceMs, 0),
    ratio: of(({ ms, sourceMs }) => ms / sourceMs, 3),
    msPerChunk: of(({ cost }) => cost / count, 3),
    heaviestMs: of(({ tasks }) => Math.max(...tasks), 0),
    /** By the clock: of a busy machine these are also tasks that had to wait for a processor. */
    longTasks: of(({ longTasks }) => longTasks.length, 0),
  }
}

/** Presses Stop in the middle of a stream: until the page says so, and until the source's connection is closed. */
export async function measureStop(browser, app, source, { repeats, say }) {
  const results = []
  for (const task of Object.keys(TASKS)) {
    for (const rate of RATES) {
      say(`Stopping: ${task}, ${rate ? `${rate} a second` : 'flooding'}`)
      const runs = []
      for (let run = 0; run < repeats; run++)
        runs.push(await stop(browser, app, source, task, rate))
      results.push({
        task,
        rate,
        pageMs: summary(
          runs.map(({ pageMs }) => pageMs),
          0,
        ),
        sourceMs: summary(
          runs.map(({ sourceMs }) => sourceMs),
          0,
        ),
      })
    }
  }
  return results
}

async function stop(browser, app, source, task, rate) {
  const page = await openOn(browser, app, task, `${source.url}/markdown/endless/${rate}`)
  await page.getByTestId('run').click()
  await page.waitForSelector('[data-testid=result][data-state=streaming]')
  await page.waitForTimeout(rate ? 2000 : 400)
  await page.getByTestId('stop').click()
  await page.evaluate(() => globalThis.bench.ended)
  await page.waitForTimeout(200)
  const { pressedAt, pageMs } = await page.evaluate(() => ({
    pressedAt: performance.timeOrigin + globalThis.bench.pressed.stop,
    pageMs: globalThis.bench.states.aborted - globalThis.bench.pressed.stop,
  }))
  await page.context().close()
  return { pageMs, sourceMs: source.lastStream().closedAt - pressedAt }
}
