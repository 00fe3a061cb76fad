import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { numberAt, textInput, textsAt } from '@/sandbox/lib/parameters'
import { tokenId } from '@/sandbox/lib/tokens'
import { maskFor } from './mask'
import { ANY_WORD, guessAmong, guessWord } from './sandbox-guess'
import { piecesAround } from './sentence'

const DEFAULT_TOP_K = 5
const MOST_MASKS = 64
/** Characters on each side of a mask that are looked at. */
const NEAR = 20_000

/** Words that stand between the same words in a few plain sentences. Takes [MASK] as well as <mask>. */
const sandbox: SandboxTask = {
  id: 'fill-mask',
  media: false,
  reply({ inputs, parameters, model }) {
    const topK = numberAt(parameters, 'top_k', { min: 1, integer: true }) ?? DEFAULT_TOP_K
    const targets = textsAt(parameters, 'targets').filter((target) => target.trim() !== '')
    if ('targets' in parameters && targets.length === 0) {
      throw new SandboxError('At least one target must be provided when passed.')
    }
    const fill = (input: unknown) => fillMasks(textInput(input), model, topK, targets)
    return { kind: 'json', value: Array.isArray(inputs) ? inputs.map(fill) : fill(inputs) }
  },
}

function fillMasks(text: string, model: string, topK: number, targets: readonly string[]) {
  const mask = maskFor('', model, text)
  const pieces = piecesAround(text, mask)
  if (pieces.length === 1) throw new SandboxError(`No mask_token (${mask}) found on the input`)
  if (pieces.length - 1 > MOST_MASKS) {
    throw new SandboxError(`At most ${MOST_MASKS} masks can be filled here`)
  }
  const lists = pieces.slice(0, -1).map((_, at) => {
    const before = pieces.slice(0, at + 1).join(mask)
    const after = pieces.slice(at + 1).join(mask)
    const near = [
      before.slice(-NEAR).replaceAll(mask, ` ${ANY_WORD} `),
      after.slice(0, NEAR).replaceAll(mask, ` ${ANY_WORD} `),
    ] as const
    const guesses = targets.length > 0 ? guessAmong(targets, ...near) : guessWord(...near)
    return guesses.slice(0, topK).map(([token_str, score]) => ({
      score,
      token: tokenId(token_str),
      token_str,
      sequence: before + token_str + after,
    }))
  })
  return lists.length === 1 ? lists[0] : lists
}

export default sandbox
