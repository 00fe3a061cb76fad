/** The results as text: a table for each measure, every goal with its verdict. Numbers: the middle (least to most). */
export const tables = {
  opening: openingTable,
  streams: (streams) => `${streamTable(streams)}\n${flatness(streams)}`,
  stop: stopTable,
  history: historyTable,
}

const spread = ({ median, min, max }, unit = '') => `${median}${unit} (${min} to ${max})`
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
const verdict = (met) => (met ? 'met' : 'MISSED')
const pace = (rate) => (rate ? `${rate}/s` : 'flood')

function openingTable(pages) {
  return table(
    [
      'opening',
      'requests',
      'JavaScript',
      'until usable',
      'all',
      'first paint ms',
      'usable ms',
      'slow line: paint, usable ms',
    ],
    pages.map((page) => [
      page.name,
      page.requests,
      `${kilobytes(page.scriptBytes)}${page.notBrotli ? `, ${page.notBrotli} NOT BROTLI` : ''}`,
      kilobytes(page.scriptBytesBeforeUse),
      kilobytes(page.bytes),
      spread(page.paintMs),
      spread(page.interactiveMs),
      `${page.slowLine.paintMs.median}, ${page.slowLine.interactiveMs.median}`,
    ]),
    `JavaScript of the first task page, brotli as served, at most 150 kB: ${verdict(pages[0].scriptBytes <= 150_000)}`,
  )
}

function streamTable(streams) {
  const paced = streams.filter(({ rate }) => rate > 0)
  return table(
    [
      ...['stream', 'text', 'chunks', 'pace', 'source ms', 'added ms', 'times the source'],
      ...['main thread ms/chunk', 'heaviest task ms', 'over 50 ms by the clock'],
    ],
    streams.map((run) => [
      ...[run.task, run.style, run.count, pace(run.rate), run.sourceMs.median],
      ...[spread(run.addedMs), spread(run.ratio), spread(run.msPerChunk)],
      ...[spread(run.heaviestMs), spread(run.longTasks)],
    ]),
    `Paced streams within 5% of the source at every length: ${verdict(paced.every(({ ratio }) => ratio.median <= 1.05))}`,
    `No task of more than 50 ms of processor time while paced: ${verdict(paced.every(({ heaviestMs }) => heaviestMs.median <= 50))}`,
  )
}

/** Cost of a chunk in the longest stream over that in the shortest. */
function flatness(streams) {
  const keys = new Set(streams.map(keyOf))
  return [...keys]
    .map((key) => {
      const runs = streams.filter((run) => keyOf(run) === key)
      const [shortest, longest] = [runs[0], runs.at(-1)]
      const ratio = longest.msPerChunk.median / shortest.msPerChunk.median
      return `Cost of a chunk, ${longest.count} over ${shortest.count}, ${key}: ${ratio.toFixed(2)}`
    })
    .join('\n')
}

const keyOf = ({ task, style, rate }) => `${task} ${style} ${pace(rate)}`

function stopTable(stops) {
  const paced = stops.filter(({ rate }) => rate > 0)
  return table(
    ['stop', 'pace', 'page says so after ms', 'connection closed after ms'],
    stops.map((run) => [run.task, pace(run.rate), spread(run.pageMs), spread(run.sourceMs)]),
    `Stopped in less than 100 ms while paced: ${verdict(paced.every(({ pageMs }) => pageMs.median < 100))}`,
  )
}

function historyTable({ runs, taskPage, historyPage }) {
  const row = (name, { without, full, ratio }) => [name, spread(without), spread(full), ratio]
  return table(
    [`with ${runs} runs kept`, 'without ms', 'with ms', 'ratio'],
    [
      row('task page, first paint', taskPage.paint),
      row('task page, usable', taskPage.interactive),
      row('history page, first paint (10 runs)', historyPage.paint),
      row('history page, rows (10 runs)', historyPage.interactive),
    ],
    `The history adds nothing to the first paint (within 5%): ${verdict(taskPage.paint.ratio <= 1.05)}`,
  )
}

function table(head, rows, ...notes) {
  const lines = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(...lines.map((row) => row[column].length)))
  const text = lines.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  )
  text.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '))
  return [...text, ...notes].join('\n')
}
