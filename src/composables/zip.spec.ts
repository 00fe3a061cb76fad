import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { zipFiles } from './zip'

it('holds every file under a name of its own', async () => {
  const names = ['a.png', 'b.png', 'a.png', 'a.png', 'no-extension']
  const zip = await zipFiles(names.map((name, at) => ({ name, blob: new Blob([`${name} ${at}`]) })))
  expect(zip.type).toBe('application/zip')
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()))
  const texts = Object.entries(files).map(([name, data]) => [name, new TextDecoder().decode(data)])
  expect(texts).toEqual([
    ['a.png', 'a.png 0'],
    ['b.png', 'b.png 1'],
    ['a-2.png', 'a.png 2'],
    ['a-3.png', 'a.png 3'],
    ['no-extension', 'no-extension 4'],
  ])
})

it('of nothing is an empty zip', async () => {
  expect(unzipSync(new Uint8Array(await (await zipFiles([])).arrayBuffer()))).toEqual({})
})
