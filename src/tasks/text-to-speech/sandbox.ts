import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { encodeWav } from '@/core/wav'
import { booleanAt, numberAt, objectAt, textInput } from '@/sandbox/lib/parameters'
import { hashText } from '@/sandbox/lib/random'
import { speechOf } from '@/sandbox/lib/voice/speech'
import { synthesise, VOICE_RATE } from '@/sandbox/lib/voice/synthesise'

const MOST_CHARACTERS = 2_000
/** How much a voice trembles at temperature 1. */
const TREMBLE = 0.04

/** Reads a text aloud with a formant synthesiser, by rules for letters. A machine's voice, and no model's. */
const sandbox: SandboxTask = {
  id: 'text-to-speech',
  media: false,
  async reply({ inputs, parameters, signal }) {
    const text = textInput(inputs)
    const options = optionsOf(objectAt(parameters, 'generation_parameters'))
    if (text.length > MOST_CHARACTERS) {
      throw new SandboxError(
        `The sandbox reads at most ${MOST_CHARACTERS} characters; these are ${text.length}`,
      )
    }
    const speech = speechOf(text).slice(0, options.mostSounds)
    if (!speech.some(({ phone }) => phone.voice > 0 || phone.hiss > 0)) {
      throw new SandboxError('There are no letters, digits or characters to read in `inputs`')
    }
    const voice = { tremble: options.tremble, seed: hashText(text) }
    const data = encodeWav(await synthesise(speech, voice, signal), VOICE_RATE)
    return { kind: 'bytes', data, mediaType: 'audio/wav' }
  },
}

/**
 * Sampling makes the voice tremble, more with the temperature; a most of new tokens ends it after so many sounds. The
 * others say how a model searches: they are checked, and change nothing here.
 */
function optionsOf(generation: Readonly<Record<string, unknown>>) {
  const count = (name: string, min = 0) => numberAt(generation, name, { min, integer: true })
  const share = (name: string) => numberAt(generation, name, { min: 0, max: 1 })
  const temperature = numberAt(generation, 'temperature', { min: 0, max: 10 }) ?? 1
  const samples = booleanAt(generation, 'do_sample') ?? false
  const mostSounds = count('max_new_tokens', 1) ?? count('max_length', 1)
  const fewest = count('min_new_tokens') ?? count('min_length') ?? 0
  for (const name of ['top_k', 'num_beams', 'num_beam_groups']) count(name, 1)
  for (const name of ['top_p', 'typical_p', 'epsilon_cutoff', 'eta_cutoff']) share(name)
  numberAt(generation, 'penalty_alpha', { min: 0 })
  booleanAt(generation, 'use_cache')
  const early = generation.early_stopping
  if (early !== undefined && early !== null && early !== 'never' && typeof early !== 'boolean') {
    throw new SandboxError(
      'Input validation error: `early_stopping` must be true, false or "never"',
    )
  }
  if (mostSounds !== undefined && fewest > mostSounds) {
    throw new SandboxError(
      `Unfeasible length constraints: ${fewest} at least, ${mostSounds} at most`,
    )
  }
  return { mostSounds, tremble: samples ? TREMBLE * temperature : 0 }
}

export default sandbox
