import { describe, expect, it } from 'vitest'
import { holds } from './mask-runs'
import { scanMask } from './mask-scan'

/** A mask from rows of text: # is bright, + is half, . is dark. */
function scan(...rows: string[]) {
  const levels: Readonly<Record<string, number>> = { '#': 255, '+': 100, '.': 0 }
  const values = Uint8Array.from([...rows.join('')], (sign) => levels[sign] ?? 0)
  return scanMask({ width: rows[0]?.length ?? 0, height: rows.length, values })
}

describe('scanMask', () => {
  it('keeps spans, box and area', () => {
    const mask = scan('......', '.##.#.', '......', '....##', '......')
    expect([...mask.spans]).toEqual([1, 3, 4, 5, 4, 6])
    expect([...mask.starts]).toEqual([0, 4, 4, 6])
    expect(mask).toMatchObject({ area: 5, box: { xmin: 1, ymin: 1, xmax: 6, ymax: 4 } })
    expect([0, 1, 2, 3, 4, 5].map((x) => holds(mask, x, 1))).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
    ])
    expect([0, 2, 4].map((y) => holds(mask, 4, y))).toEqual([false, false, false])
  })

  it('leaves out what is darker than half', () => {
    expect(scan('#+.')).toMatchObject({ area: 1, shaded: true })
    expect(scan('++.')).toMatchObject({ area: 2, shaded: false })
  })

  it('knows an empty mask and a full one', () => {
    const empty = scan('...', '...')
    expect(empty).toMatchObject({ area: 0, box: { xmin: 0, ymin: 0, xmax: 0, ymax: 0 } })
    expect(holds(empty, 0, 0)).toBe(false)
    const full = scan('###', '###')
    expect(full).toMatchObject({ area: 6, box: { xmin: 0, ymin: 0, xmax: 3, ymax: 2 } })
    expect(holds(full, 2, 1)).toBe(true)
    expect(holds(full, 3, 1)).toBe(false)
  })

  it.each([
    ['a block', ['........', '.#####..', '.#####..', '.#####..', '........']],
    ['a ring', ['#######', '#.....#', '#.....#', '#######']],
    ['two parts', ['#......', '.......', '...####', '...####', '...####']],
    ['a line of one pixel', ['....', '.#..', '....']],
  ])('has its anchor inside: %s', (_, rows) => {
    const mask = scan(...rows)
    expect(holds(mask, mask.anchor.x, mask.anchor.y)).toBe(true)
  })

  it('has its anchor in the widest part, on large masks too', () => {
    const [width, height] = [900, 300]
    const values = new Uint8Array(width * height)
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const isInside = Math.hypot(x - 700, y - 150) < 120 || (y > 145 && y < 155)
        if (isInside) values[y * width + x] = 255
      }
    }
    const { anchor } = scanMask({ width, height, values })
    expect(Math.hypot(anchor.x - 700, anchor.y - 150)).toBeLessThan(25)
    const dots = new Uint8Array(width * height)
    dots[150 * width + 333] = 255
    dots[20 * width + 1] = 255
    const thin = scanMask({ width, height, values: dots })
    expect(holds(thin, thin.anchor.x, thin.anchor.y)).toBe(true)
  })
})
