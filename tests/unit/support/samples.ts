import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { mediaFile } from '@/core/media'
import type { SampleLoader } from '@/core/task'
import { root } from './project'

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.wav': 'audio/wav',
  '.flac': 'audio/flac',
  '.mp3': 'audio/mpeg',
}

/** Reads a file of public/samples from the disk. Rejects when there is none of the name. */
export const sampleFromDisk: SampleLoader = async (name) => {
  const bytes = await readFile(join(root, 'public/samples', name))
  return mediaFile(new Blob([bytes]), name, TYPES[extname(name)])
}
