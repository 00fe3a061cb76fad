import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { encodeWav } from '@/core/wav'
import { toBase64 } from '@/sandbox/lib/base64'
import { decodeSound } from '@/sandbox/lib/sound/decode'
import { separate } from '@/sandbox/lib/sound/separate'

const LONGEST_SECONDS = 300

/** Takes a sound apart by filters: held tones, short bursts, and the rest. It knows no voices and no instruments. */
const sandbox: SandboxTask = {
  id: 'audio-to-audio',
  media: true,
  async reply({ bytes, signal }) {
    if (!bytes || bytes.data.length === 0) throw new SandboxError('There is no sound', 400)
    const { samples, rate } = await decodeSound(bytes.data)
    signal.throwIfAborted()
    if (samples.length > LONGEST_SECONDS * rate) {
      const seconds = Math.round(samples.length / rate)
      throw new SandboxError(
        `The sandbox takes sounds of at most ${LONGEST_SECONDS} seconds apart; this has ${seconds}`,
        413,
      )
    }
    const parts = await separate(samples, signal)
    const stem = (label: string, part: Float32Array) => ({
      label,
      blob: toBase64(encodeWav(part, rate)),
      'content-type': 'audio/wav',
    })
    return {
      kind: 'json',
      value: [
        stem('harmonic', parts.harmonic),
        stem('percussive', parts.percussive),
        stem('rest', parts.rest),
      ],
    }
  },
}

export default sandbox
