import { rgb } from './canvas.mjs'
import { textShapes, textWidth, wordsOf } from './font.mjs'

export const invoiceSize = { width: 720, height: 900 }

const ink = rgb('#23262d')
const soft = rgb('#5a6270')
const accent = rgb('#1f5fa8')
const right = (text, edge, dot) => edge - textWidth(text, dot)

/** Lines of text: [text, x, y, dot, color]. Columns of numbers end at one edge. */
const lines = [
  ['INVOICE', 48, 52, 5, accent],
  ['Blue Lantern Goods', 456, 52, 2, ink],
  ['8 Wharf Lane, Bergen', 432, 78, 2, soft],
  ['Invoice number:', 48, 150, 2, soft],
  ['BL-2041', 264, 150, 2, ink],
  ['Invoice date:', 48, 182, 2, soft],
  ['12/03/2026', 264, 182, 2, ink],
  ['Due date:', 48, 214, 2, soft],
  ['11/04/2026', 264, 214, 2, ink],
  ['Bill to', 456, 150, 2, soft],
  ['Mara Lindqvist', 456, 182, 2, ink],
  ['14 Harbour Street', 456, 214, 2, ink],
  ...row(300, ['Description', 'Quantity', 'Price', 'Amount'], soft),
  ...row(346, ['Paper lantern', '4', '12.50', '50.00'], ink),
  ...row(386, ['Desk lamp', '1', '38.00', '38.00'], ink),
  ...row(426, ['Candle holder', '6', '4.00', '24.00'], ink),
  ...row(466, ['Lamp oil, 1 litre', '2', '9.00', '18.00'], ink),
  ...total(540, 'Subtotal', '130.00', soft),
  ...total(576, 'VAT 25%', '32.50', soft),
  ...total(620, 'Total', '162.50', ink),
  ['Please pay within 30 days to account 1503 40 12345.', 48, 760, 2, soft],
  ['Questions: hello at bluelantern.example', 48, 792, 2, soft],
]

function row(y, [description, quantity, price, amount], color) {
  return [
    [description, 48, y, 2, color],
    [quantity, right(quantity, 430, 2), y, 2, color],
    [price, right(price, 550, 2), y, 2, color],
    [amount, right(amount, 672, 2), y, 2, color],
  ]
}

function total(y, name, amount, color) {
  return [
    [name, right(name, 550, 2), y, 2, color],
    [amount, right(amount, 672, 2), y, 2, color],
  ]
}

/** A bill, drawn with a font of dots. */
export function invoice(shapes) {
  const { rect } = shapes
  const { width, height } = invoiceSize
  return [
    rect(-2, -2, width + 2, height + 2, rgb('#fdfdfb')),
    rect(0, 0, width, 14, accent),
    rect(48, 326, 672, 328, rgb('#9aa3b0')),
    rect(48, 500, 672, 501, rgb('#c6ccd5')),
    rect(430, 606, 672, 608, rgb('#9aa3b0')),
    rect(48, 730, 672, 731, rgb('#c6ccd5')),
    ...lines.flatMap(([text, x, y, dot, color]) => textShapes(shapes, text, x, y, dot, color)),
  ]
}

/** The words that stand on it, with their boxes from 0 to 1000 on both axes, as `word_boxes` wants them. */
export function invoiceWords() {
  const { width, height } = invoiceSize
  return lines
    .flatMap(([text, x, y, dot]) => wordsOf(text, x, y, dot))
    .map(([word, [left, top, rightEdge, bottom]]) => [
      word,
      [
        Math.floor((left / width) * 1000),
        Math.floor((top / height) * 1000),
        Math.ceil((rightEdge / width) * 1000),
        Math.ceil((bottom / height) * 1000),
      ],
    ])
}
