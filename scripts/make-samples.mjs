// Makes public/samples: pictures and sounds of our own, the same bytes every time. Run: node scripts/make-samples.mjs
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { paint, shapes } from './samples/canvas.mjs'
import { fruit } from './samples/fruit.mjs'
import { invoice, invoiceSize, invoiceWords } from './samples/invoice.mjs'
import { shapesScene } from './samples/shapes.mjs'
import { tones, voice } from './samples/sounds.mjs'
import { street } from './samples/street.mjs'
import { wav } from './samples/wav.mjs'

const folder = fileURLToPath(new URL('../public/samples/', import.meta.url))
mkdirSync(folder, { recursive: true })

const files = {
  'shapes.png': paint(640, 420, shapesScene(shapes)),
  'street.png': paint(640, 420, street(shapes)),
  'fruit.png': paint(640, 420, fruit(shapes)),
  'invoice.png': paint(invoiceSize.width, invoiceSize.height, invoice(shapes)),
  'voice.wav': wav(voice()),
  'tones.wav': wav(tones()),
}

for (const [name, bytes] of Object.entries(files)) {
  writeFileSync(folder + name, bytes)
  console.log(`${name}: ${bytes.length} bytes`)
}

// The invoice's words, for the example that sends them along.
const words = invoiceWords().map(([word, box]) => `  ["${word}", [${box.join(', ')}]]`)
const wordsFile = '../src/tasks/document-question-answering/invoice-words.json'
writeFileSync(fileURLToPath(new URL(wordsFile, import.meta.url)), `[\n${words.join(',\n')}\n]\n`)
