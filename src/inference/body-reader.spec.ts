import { describe, expect, it } from 'vitest'
import { readPieces } from './body-reader'

describe('readPieces', () => {
  it('lets the page listen while pieces come without a pause', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(10)),
    })
    let pieces = 0
    let heard = 0
    const listener = setTimeout(() => (heard = pieces), 1)
    await expect(
      readPieces(new Response(endless), () => {
        pieces++
        if (heard > 0 || pieces === 5_000_000) throw new Error('enough')
      }),
    ).rejects.toThrow('enough')
    clearTimeout(listener)
    expect(heard).toBeGreaterThan(0)
  })
})
