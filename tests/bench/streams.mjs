import { freshContext, mainThreadClock } from './browser.mjs'
import { median, summary } from './stats.mjs'
import { completionEvents, generationEvents } from './text.mjs'

/** Streams of several lengths through the two pages that stream, from a server of the bench's own. */

export const COUNTS = [500, 2000, 8000]
/** Events a second; 0 is as fast as the connection takes them. */
const RATES = [200, 0]

const TASKS = {
  'text-generation': { path: '', events: generationEvents, input: 'input-inputs' },
  conversational: {
    path: '/v1/chat/completions',
    events: completionEvents,
    input: 'input-messages',
  },
}

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
  const result = document.querySelector('[data-testid=result]')
  const note = (event) => {
    const id = event.target.closest('[data-testid]')?.dataset.testid
    if (id) bench.pressed[id] = event.timeStamp
  }
  addEventListener('click', note, true)
  new MutationObserver(() => (bench.states[result.dataset.state] = performance.now())).observe(
    result,
    { attributes: true, attributeFilter: ['data-state'] },
  )
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      if (startTime + duration > (bench.pressed.run ?? Infinity)) bench.longTasks.push(duration)
  }).observe({ type: 'longtask' })
}

async function stream(browser, app, source, { task, count, rate }) {
  const page = await openOn(browser, app, task, `${source.url}/${count}/${rate}`)
  const clock = await mainThreadClock(page)
  const before = await clock()
  await page.getByTestId('run').click()
  await page.waitForFunction(
    () => ['done', 'failed', 'aborted'].some((state) => state in globalThis.bench.states),
    undefined,
    { timeout: 600_000 },
  )
  // Saving, colouring and whatever else a run leaves to be done belongs to its cost.
  await page.waitForTimeout(1000)
  const cost = (await clock()) - before
  const { pressed, states, longTasks } = await page.evaluate(() => globalThis.bench)
  if (!states.done)
    throw new Error(`${task}: the stream of ${count} events did not come to its end.`)
  await expectWhole(page, task, count)
  await page.context().close()
  return { ms: states.done - pressed.run, cost, longTasks, sourceMs: source.lastStream().ms }
}

/** A stream that was drawn by halves would be fast as well. */
async function expectWhole(page, task, count) {
  const shown =
    task === 'conversational'
      ? await page.locator('[data-testid=message-assistant] h2').count()
      : (await page.getByTestId('generated-text').textContent()).length
  const text = textOf(task, count)
  const expected = task === 'conversational' ? text.match(/^## /gm).length : text.length
  if (shown !== expected)
    throw new Error(`${task}: ${shown} of ${expected} are shown after ${count} events.`)
}

function textOf(task, count) {
  const events = TASKS[task].events(count).flatMap((event) => event.match(/(?<=data: ){.*/g) ?? [])
  const piece = ({ token, choices }) => (token ? token.text : choices[0].delta.content)
  return events.map((event) => piece(JSON.parse(event))).join('')
}

/** What the browser alone takes to read a stream to its end, in milliseconds. */
async function bareRead(browser, app, source, { task, count, rate }) {
  const context = await freshContext(browser)
  const page = await context.newPage()
  await page.goto(`${app.url}/favicon.svg`)
  const url = `${source.url}/${count}/${rate}${TASKS[task].path}`
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
  for (const task of Object.keys(TASKS)) {
    for (const rate of RATES) {
      for (const count of counts) {
        say(`Streaming: ${task}, ${count} events, ${rate ? `${rate} a second` : 'flooding'}`)
        const measured = { task, count, rate }
        const runs = []
        for (let run = 0; run < repeats; run++) {
          // Paced, the source keeps its own time, whoever reads; flooding, it is as fast as its reader.
          const bare = rate > 0 ? undefined : await bareRead(browser, app, source, measured)
          const { sourceMs, ...rest } = await stream(browser, app, source, measured)
          runs.push({ ...rest, sourceMs: bare ?? sourceMs })
        }
        results.push({ ...measured, ...summarised(runs, count) })
      }
    }
  }
  return results
}

function summarised(runs, count) {
  return {
    sourceMs: summary(
      runs.map(({ sourceMs }) => sourceMs),
      0,
    ),
    ms: summary(
      runs.map(({ ms }) => ms),
      0,
    ),
    ratio: summary(
      runs.map(({ ms, sourceMs }) => ms / sourceMs),
      3,
    ),
    msPerChunk: summary(
      runs.map(({ cost }) => cost / count),
      3,
    ),
    longTasks: median(runs.map(({ longTasks }) => longTasks.length)),
    longestMs: summary(
      runs.map(({ longTasks }) => Math.max(0, ...longTasks)),
      0,
    ),
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
  const page = await openOn(browser, app, task, `${source.url}/endless/${rate}`)
  await page.getByTestId('run').click()
  await page.waitForSelector('[data-testid=result][data-state=streaming]')
  await page.waitForTimeout(rate ? 2000 : 400)
  await page.getByTestId('stop').click()
  await page.waitForFunction(() => 'aborted' in globalThis.bench.states)
  await page.waitForTimeout(200)
  const { pressedAt, pageMs } = await page.evaluate(() => ({
    pressedAt: performance.timeOrigin + globalThis.bench.pressed.stop,
    pageMs: globalThis.bench.states.aborted - globalThis.bench.pressed.stop,
  }))
  await page.context().close()
  return { pageMs, sourceMs: source.lastStream().closedAt - pressedAt }
}
