import { createServer } from 'node:http'
import { completionEvents, generationEvents } from './text.mjs'

/**
 * A real server that streams, as a dedicated endpoint does: `POST /<style>/<count>/<rate>[/v1/chat/completions]`
 * answers with `count` events, `rate` of them a second, or as fast as the connection takes them with a rate of 0. A count of
 * `endless` never comes to its end. The rest of the path decides between a chat's chunks and text generation's events.
 */

/** How many different events an endless stream repeats. */
const LOOP = 2000

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-allow-methods': 'POST, OPTIONS',
}

/** @returns {Promise<Source>} */
export async function startSource() {
  const streams = []
  const server = createServer((request, response) => {
    if (request.method === 'OPTIONS') return void response.writeHead(204, CORS).end()
    request.resume()
    const [, style, count, rate, ...rest] = (request.url ?? '').split('/')
    const eventsOf = rest.length > 0 ? completionEvents : generationEvents
    const events =
      count === 'endless' ? endless(eventsOf(style, LOOP)) : eventsOf(style, Number(count)).values()
    const stream = { startedAt: performance.now(), endedAt: undefined, closedAt: undefined }
    streams.push(stream)
    response.on('close', () => (stream.closedAt = Date.now()))
    response.writeHead(200, { ...CORS, 'content-type': 'text/event-stream' })
    const write = Number(rate) > 0 ? paced(Number(rate)) : flooding
    void write(response, events).then(() => {
      stream.endedAt = performance.now()
      response.end()
    })
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    lastStream: () => {
      const { startedAt, endedAt = Number.NaN, closedAt } = streams.at(-1)
      return { ms: endedAt - startedAt, closedAt }
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/**
 * @typedef {object} Source
 * @property {string} url
 * @property {() => { ms: number, closedAt: number | undefined }} lastStream the last stream: milliseconds from request
 *   to the last event written, and the Unix time in milliseconds at which its connection closed
 * @property {() => void} stop
 */

function* endless(events) {
  for (;;) yield* events.slice(0, -1)
}

/** Each event at its time, whether or not anybody keeps up; a timer that is late catches up. */
function paced(rate) {
  return (response, events) =>
    new Promise((resolve) => {
      const startedAt = performance.now()
      let written = 0
      const timer = setInterval(() => {
        const due = ((performance.now() - startedAt) / 1000) * rate
        while (written < due && !response.destroyed) {
          const { value, done } = events.next()
          if (done) return end()
          response.write(value)
          written++
        }
        if (response.destroyed) end()
      }, 1)
      const end = () => {
        clearInterval(timer)
        resolve()
      }
    })
}

/** One write for each event, as fast as the reader takes them. */
function flooding(response, events) {
  return new Promise((resolve) => {
    const pour = () => {
      while (!response.destroyed) {
        const { value, done } = events.next()
        if (done) return resolve()
        if (!response.write(value)) return
      }
      resolve()
    }
    response.on('drain', pour)
    response.on('close', resolve)
    pour()
  })
}
