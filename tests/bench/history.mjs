import { freshContext } from './browser.mjs'
import { openPage, timesOf } from './opening.mjs'
import { summary } from './stats.mjs'

/** What a long history costs those who do not look at it, and those who do. */

const RUNS = 500
const TASK = '#/tasks/text-classification'

/** Fills the database that the app has made: short runs, streamed chats, and runs with a picture. In the page. */
async function seed(count) {
  const db = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('taskscope')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const tx = db.transaction(['runs', 'payloads', 'outcomes'], 'readwrite')
  for (let index = 0; index < count; index++) {
    const { summary: kept, payload, outcome } = record(index)
    tx.objectStore('runs').put(kept)
    tx.objectStore('payloads').put(payload, kept.id)
    tx.objectStore('outcomes').put(outcome, kept.id)
  }
  await new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve()
    tx.onabort = () => reject(tx.error)
  })
  db.close()

  function record(index) {
    const [task, input, body, bytes] = [classified, chatted, pictured][index % 3](index)
    const model = `sandbox/${task}`
    const connection = { kind: 'sandbox' }
    return {
      summary: {
        id: `run-${index}`,
        task,
        model,
        connection: { kind: 'sandbox', label: '' },
        startedAt: 1_760_000_000_000 + index * 60_000,
        phase: 'done',
        totalMs: 120 + index,
        title: `Question ${index} about the weather of the day`,
        bytes,
      },
      payload: {
        draft: { model, input, parameters: {}, stream: false },
        request: {
          ...{ dialect: 'wire', task, model, connection, credential: { kind: 'none' } },
          ...{
            stream: false,
            clients: {},
            method: 'POST',
            url: `${location.origin}/sandbox/${task}`,
          },
          headers: [['Content-Type', 'application/json']],
          body: { kind: 'json', value: { inputs: `Question ${index}` }, files: [] },
        },
      },
      outcome: {
        phase: 'done',
        exchange: {
          ...{ status: 200, statusText: 'OK', headers: [['content-type', 'application/json']] },
          ...{ mediaType: 'application/json', body, attempts: [], ending: 'complete' },
          timing: { headersMs: 5, totalMs: 120 + index },
        },
      },
    }
  }

  function classified(index) {
    const text = '[{"label":"POSITIVE","score":0.75},{"label":"NEGATIVE","score":0.25}]'
    const input = { inputs: `Question ${index}`, text_pair: '' }
    return ['text-classification', input, { kind: 'text', text }, 1000]
  }

  function chatted(index) {
    const chunks = Array.from({ length: 150 }, (_, at) => ({
      at: at * 20,
      data: JSON.stringify({ choices: [{ index: 0, delta: { content: `word ${at} ` } }] }),
    }))
    const input = { messages: [], system: '', draft: `Question ${index}` }
    return ['conversational', input, { kind: 'events', chunks }, 12_000]
  }

  function pictured() {
    const blob = new Blob([new Uint8Array(60_000)], { type: 'image/png' })
    const input = { image: { blob, name: 'a.png', type: 'image/png' } }
    return ['object-detection', input, { kind: 'text', text: '[]' }, 61_000]
  }
}

/** A profile that has used the app before: a draft on the task page, and `count` runs in the history. */
async function profileWith(browser, app, count) {
  const context = await freshContext(browser)
  const page = await openPage(context, `${app.url}/${TASK}`, 'runnable')
  await page.getByTestId('input-inputs').fill('A draft that was left here.')
  await page.waitForTimeout(1000)
  await page.goto(`${app.url}/#/history`)
  await page.getByTestId('history-empty').waitFor()
  await page.evaluate(seed, count)
  await page.close()
  return context
}

/** Opens the first task page with and without runs in turn, and the history's own page. */
export async function measureHistory(browser, app, { repeats, say }) {
  say(`Opening with ${RUNS} runs in the history`)
  const [without, few, full] = await Promise.all(
    [0, 10, RUNS].map((n) => profileWith(browser, app, n)),
  )
  const opened = { without: [], full: [] }
  const lists = { few: [], full: [] }
  for (let run = 0; run < 4 * repeats + 1; run++) {
    opened.without.push(await timesIn(without, `${app.url}/${TASK}`, 'runnable'))
    opened.full.push(await timesIn(full, `${app.url}/${TASK}`, 'runnable'))
    lists.few.push(await timesIn(few, `${app.url}/#/history`, 'rows'))
    lists.full.push(await timesIn(full, `${app.url}/#/history`, 'rows'))
  }
  for (const context of [without, few, full]) await context.close()
  return {
    runs: RUNS,
    taskPage: compared(opened.without, opened.full),
    historyPage: compared(lists.few, lists.full),
  }
}

async function timesIn(context, url, ready) {
  const page = await openPage(context, url, ready)
  const times = await timesOf(page)
  await page.close()
  return times
}

function compared(before, after) {
  const of = (key) => {
    const without = summary(
      before.map((times) => times[key]),
      0,
    )
    const full = summary(
      after.map((times) => times[key]),
      0,
    )
    return { without, full, ratio: Number((full.median / without.median).toFixed(3)) }
  }
  return { paint: of('paintMs'), interactive: of('interactiveMs') }
}
