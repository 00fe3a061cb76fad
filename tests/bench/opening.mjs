import { freshContext } from './browser.mjs'
import { summary } from './stats.mjs'

/** How heavy a page is, and how soon it can be used, from a fresh profile. */

const PAGES = {
  'first task page': { hash: '#/tasks/text-classification', ready: 'runnable' },
  home: { hash: '#/', ready: 'listed' },
}

/** A slow phone's line, as Lighthouse simulates it: on this machine's own network round trips cost nothing. */
const SLOW_LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 204_800,
  uploadThroughput: 96_000,
}

/** Notes when the page can be used: the run button is enabled and the input filled, or the tasks are listed. */
export function watchReady(ready) {
  const usable = {
    runnable: () =>
      document.querySelector('[data-testid=run]:not(:disabled)') &&
      document.querySelector('[data-testid=input-inputs]')?.value,
    listed: () => document.querySelector('main a[href^="#/tasks/"]'),
    rows: () => document.querySelector('[data-testid=history-row]'),
  }[ready]
  const look = () => {
    if (usable()) globalThis.benchReady = performance.now()
    else requestAnimationFrame(look)
  }
  look()
}

/** Opens a page and waits until it can be used. */
export async function openPage(context, url, ready, line) {
  const page = await context.newPage()
  await page.addInitScript(watchReady, ready)
  if (line) {
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', line)
  }
  await page.goto(url)
  await page.waitForFunction(() => globalThis.benchReady !== undefined)
  return page
}

/** Milliseconds since the navigation: first contentful paint, and usable with the answer to a key. */
export async function timesOf(page) {
  const keyMs = await answerToKey(page)
  return page.evaluate(async (key) => {
    const paint = await new Promise((resolve) => {
      const observer = new PerformanceObserver((list) => {
        for (const { name, startTime } of list.getEntries())
          if (name === 'first-contentful-paint') resolve(startTime)
      })
      observer.observe({ type: 'paint', buffered: true })
    })
    return { paintMs: paint, interactiveMs: globalThis.benchReady + key }
  }, keyMs)
}

/** From the press of Tab to the focus that it moves. */
async function answerToKey(page) {
  await page.evaluate(() => {
    let pressedAt = 0
    globalThis.benchKey = new Promise((resolve) => {
      addEventListener('keydown', (event) => (pressedAt = event.timeStamp), { capture: true })
      addEventListener('focusin', () => resolve(performance.now() - pressedAt))
    })
  })
  await page.keyboard.press('Tab')
  return page.evaluate(() => globalThis.benchKey)
}

async function weigh(browser, app, { hash, ready }) {
  const context = await freshContext(browser)
  const plain = []
  context.on('response', async (response) => {
    const { 'content-encoding': encoding, 'content-type': type = '' } = response.headers()
    if (type.includes('javascript') && encoding !== 'br') plain.push(response.url())
  })
  const page = await openPage(context, `${app.url}/${hash}`, ready)
  await page.waitForLoadState('networkidle')
  // What is loaded in the idle time after the page belongs to it as well.
  await page.waitForTimeout(1500)
  const weight = await page.evaluate(() => {
    const all = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ]
    const bytes = (entries) => entries.reduce((sum, entry) => sum + entry.encodedBodySize, 0)
    const scripts = all.filter(({ name }) => name.endsWith('.js'))
    return {
      requests: all.length,
      bytes: bytes(all),
      scriptBytes: bytes(scripts),
      scriptBytesBeforeUse: bytes(
        scripts.filter(({ responseEnd }) => responseEnd <= globalThis.benchReady),
      ),
    }
  })
  await context.close()
  return { ...weight, notBrotli: plain.length }
}

async function timed(browser, app, { hash, ready }, repeats, line) {
  const times = []
  for (let run = 0; run < repeats; run++) {
    const context = await freshContext(browser)
    times.push(await timesOf(await openPage(context, `${app.url}/${hash}`, ready, line)))
    await context.close()
  }
  return {
    paintMs: summary(
      times.map(({ paintMs }) => paintMs),
      0,
    ),
    interactiveMs: summary(
      times.map(({ interactiveMs }) => interactiveMs),
      0,
    ),
  }
}

/** Weight and times of the first task page and of the home page. */
export async function measureOpening(browser, app, { repeats, say }) {
  const results = []
  for (const [name, page] of Object.entries(PAGES)) {
    say(`Opening: ${name}`)
    results.push({
      name,
      ...(await weigh(browser, app, page)),
      ...(await timed(browser, app, page, 2 * repeats + 1)),
      slowLine: await timed(browser, app, page, repeats, SLOW_LINE),
    })
  }
  return results
}
