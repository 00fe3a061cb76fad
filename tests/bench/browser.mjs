import { chromium } from '@playwright/test'
import { findChromium } from '../../scripts/chromium.mjs'

/** As root a Chromium needs the first; the others keep it from traffic of its own. */
const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function launchBrowser() {
  const { path, env } = await findChromium()
  return chromium.launch({ executablePath: path, args: ARGS, env: { ...process.env, ...env } })
}

/** A fresh profile: nothing cached, nothing stored. English, whatever the machine speaks. */
export function freshContext(browser) {
  return browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } })
}

/**
 * The processor time of the page's main thread, which a busy machine does not stretch as it does the clock.
 *
 * @returns {Promise<() => Promise<number>>} a clock in milliseconds
 */
export async function mainThreadClock(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
  }
}

/**
 * Notes every task of the page's main thread.
 *
 * @returns {Promise<() => Promise<number[]>>} ends the noting, and gives the processor time of each task in milliseconds
 */
export async function traceTasks(page) {
  const browser = page.context().browser()
  await browser.startTracing(page, { categories: ['toplevel'] })
  return async () => {
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
    const isMain = ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain'
    const threads = new Set(traceEvents.filter(isMain).map(({ pid, tid }) => `${pid}/${tid}`))
    return traceEvents
      .filter(
        ({ name, pid, tid, tdur }) => /RunTask$/.test(name) && tdur && threads.has(`${pid}/${tid}`),
      )
      .map(({ tdur }) => tdur / 1000)
  }
}
