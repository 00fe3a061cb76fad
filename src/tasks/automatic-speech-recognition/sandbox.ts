import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { objectAt } from '@/sandbox/lib/parameters'
import { round } from '@/sandbox/lib/scores'
import { decodeSound } from '@/sandbox/lib/sound/decode'
import { segmentSound, type Segment } from '@/sandbox/lib/sound/segments'

/** Tells where there is voice, tone, noise or silence. It hears no words, and does not pretend to. */
const sandbox: SandboxTask = {
  id: 'automatic-speech-recognition',
  media: true,
  async reply({ bytes, parameters, signal }) {
    const timed = wantsTimestamps(parameters.return_timestamps)
    objectAt(parameters, 'generation_parameters')
    if (!bytes || bytes.data.length === 0) throw new SandboxError('There is no sound', 400)
    const sound = await decodeSound(bytes.data)
    signal.throwIfAborted()
    const chunks = (await segmentSound(sound, signal)).map((segment) => ({
      text: describe(segment),
      timestamp: [round(segment.start, 2), round(segment.end, 2)],
    }))
    const text = chunks.map((chunk) => chunk.text).join(' ')
    return { kind: 'json', value: timed ? { text, chunks } : { text } }
  },
}

/** True, false, or the level `word` or `char` that some services take; the sandbox has one level. */
function wantsTimestamps(value: unknown): boolean {
  if (value === undefined || value === null) return false
  if (typeof value === 'boolean') return value
  if (value === 'word' || value === 'char') return true
  throw new SandboxError('Input validation error: `return_timestamps` must be true or false')
}

function describe({ kind, start, end, pitch }: Segment): string {
  const seconds = `${(end - start).toFixed(1)} s`
  switch (kind) {
    case 'speech':
      return `[speech ${seconds}, about ${Math.round(pitch ?? 0)} Hz]`
    case 'tone':
      return `[tone ${seconds}, ${Math.round(pitch ?? 0)} Hz]`
    case 'noise':
      return `[noise ${seconds}]`
    case 'pause':
      return `[pause ${seconds}]`
  }
}

export default sandbox
