import { expect, type Page } from '@playwright/test'

/** What a test puts into the database or finds there: any shape, since damaged ones are part of it. */
export type RawRecord = Record<string, unknown>

/** A run as version 1 of the database holds it, in its three stores. */
export interface RawRun {
  readonly summary: RawRecord
  readonly payload: unknown
  readonly outcome: unknown
}

/** A run of text classification on the sandbox. Times count in milliseconds. */
export function rawRun(id: string, startedAt: number, summary: RawRecord = {}): RawRun {
  const input = { inputs: `Text of ${id}`, text_pair: '' }
  const model = 'sandbox/text-classification'
  const connection = { kind: 'sandbox' }
  return {
    summary: {
      id,
      task: 'text-classification',
      model,
      connection: { kind: 'sandbox', label: '' },
      startedAt,
      phase: 'done',
      totalMs: 12,
      title: `Text of ${id}`,
      bytes: 1000,
      ...summary,
    },
    payload: {
      draft: { model, input, parameters: {}, stream: false },
      request: {
        dialect: 'wire',
        task: 'text-classification',
        model,
        connection,
        credential: { kind: 'none' },
        stream: false,
        clients: {},
        method: 'POST',
        url: 'http://127.0.0.1/sandbox/models/sandbox/text-classification',
        headers: [['Content-Type', 'application/json']],
        body: { kind: 'json', value: { inputs: input.inputs }, files: [] },
      },
    },
    outcome: {
      phase: 'done',
      exchange: {
        status: 200,
        statusText: 'OK',
        headers: [['content-type', 'application/json']],
        mediaType: 'application/json',
        body: {
          kind: 'text',
          text: '[{"label":"POSITIVE","score":0.75},{"label":"NEGATIVE","score":0.25}]',
        },
        attempts: [],
        ending: 'complete',
        timing: { headersMs: 5, totalMs: 12 },
      },
    },
  }
}

/** Puts runs into the database that the app has made, as another program would. */
export async function seedRuns(page: Page, runs: readonly RawRun[]): Promise<void> {
  await page.evaluate(async (records) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('taskscope')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const tx = db.transaction(['runs', 'payloads', 'outcomes'], 'readwrite')
    for (const { summary, payload, outcome } of records) {
      tx.objectStore('runs').put(summary)
      if (payload !== undefined) tx.objectStore('payloads').put(payload, String(summary.id))
      if (outcome !== undefined) tx.objectStore('outcomes').put(outcome, String(summary.id))
    }
    await new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve()
      tx.onabort = () => reject(tx.error)
    })
    db.close()
  }, runs)
}

/** Opens the history, which makes the database, and waits until it says that it is empty. */
export async function openEmptyHistory(page: Page): Promise<void> {
  await page.goto('/#/history')
  await expect(page.getByTestId('history-empty')).toBeVisible()
}

/** Fills a fresh history with runs and shows it. */
export async function openSeededHistory(page: Page, runs: readonly RawRun[]): Promise<void> {
  await openEmptyHistory(page)
  await seedRuns(page, runs)
  await page.reload()
  await expect(page.getByTestId('history-row').first()).toBeVisible()
}
