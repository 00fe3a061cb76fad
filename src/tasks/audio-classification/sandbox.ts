import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { choiceAt, numberAt } from '@/sandbox/lib/parameters'
import { sigmoid, softmax } from '@/sandbox/lib/scores'
import { decodeSound } from '@/sandbox/lib/sound/decode'
import { measureSound, type SoundFeatures } from '@/sandbox/lib/sound/features'

const functions = ['softmax', 'sigmoid', 'none'] as const

/** Tells kinds of sound apart by energy, pitch, spectrum and zero crossings. It knows no words and no emotions. */
const sandbox: SandboxTask = {
  id: 'audio-classification',
  media: true,
  async reply({ bytes, parameters, signal }) {
    const apply = choiceAt(parameters, 'function_to_apply', functions) ?? 'softmax'
    const topK = numberAt(parameters, 'top_k', { min: 1, integer: true })
    if (!bytes || bytes.data.length === 0) throw new SandboxError('There is no sound', 400)
    const sound = await decodeSound(bytes.data)
    signal.throwIfAborted()
    const logits = logitsOf(await measureSound(sound, signal))
    const raw = logits.map(([, logit]) => logit)
    const scores = apply === 'softmax' ? softmax(raw) : apply === 'sigmoid' ? raw.map(sigmoid) : raw
    const value = logits
      .map(([label], index) => ({ score: scores[index] ?? 0, label }))
      .sort((one, other) => other.score - one.score)
    return { kind: 'json', value: value.slice(0, topK) }
  },
}

/** 1 above `to`, 0 below `from`, a slope between; the other way round where `from` is larger. */
function ramp(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)))
}

/** Each kind has its marks; what is certain to be another kind pushes it down. */
function logitsOf(features: SoundFeatures): [label: string, logit: number][] {
  const { level, active, burst, pitched, voiced, steady, flatness, crossings, movement } = features
  const silent = ramp(level, -55, -70)
  const click = ramp(burst, 0.4, 0.8) * ramp(active, 0.5, 0.2) * (1 - silent)
  const tonal = ramp(steady, 0.3, 0.75) * (1 - silent) * (1 - click)
  const noisy = ramp(flatness, 0.15, 0.45) * ramp(pitched, 0.35, 0.1) * (1 - silent) * (1 - click)
  const moving = 0.5 * ramp(movement, 0.5, 4) + 0.5 * ramp(crossings, 0.1, 0.6)
  const voice =
    ramp(voiced, 0.05, 0.2) * (0.5 + 0.5 * moving) * (1 - silent) * (1 - tonal) * (1 - click)
  const none = 1 - Math.max(voice, tonal, noisy, click, silent)
  const logit = (mark: number) => 6 * mark - 2
  return [
    ['speech-like', logit(voice)],
    ['tones', logit(tonal)],
    ['noise', logit(noisy)],
    ['click', logit(click)],
    ['silence', logit(silent)],
    ['other', logit(none)],
  ]
}

export default sandbox
