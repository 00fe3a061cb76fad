import { fillTemplate } from '@/core/hypothesis'
import { SandboxError, type SandboxTask } from '@/core/sandbox'
import { booleanAt, textAt, textInput, textsAt } from '@/sandbox/lib/parameters'
import { sigmoid, softmax } from '@/sandbox/lib/scores'
import { sentimentLogits } from '@/sandbox/lib/sentiment/sentiment'
import { wordsOf } from '@/sandbox/lib/tokens'
import { moods, topics } from './sandbox-topics'
import { USUAL_TEMPLATE } from './template'

/** What a label's own words in the text, and each further word of its topic, add to its logit. */
const OWN_WORD = 3
const TOPIC_WORD = 1.6
const MOST = 5
/** A label that nothing speaks for. */
const NOTHING = -2

/** Labels by their own words, by small lists of words that belong to a topic, and by mood. */
const sandbox: SandboxTask = {
  id: 'zero-shot-classification',
  media: false,
  reply({ inputs, parameters }) {
    const labels = textsAt(parameters, 'candidate_labels').filter((label) => label.trim() !== '')
    if (labels.length === 0) throw new SandboxError('`candidate_labels` must hold a label')
    const template = textAt(parameters, 'hypothesis_template') ?? USUAL_TEMPLATE
    if (!fillTemplate(template, labels[0] ?? '')) {
      throw new SandboxError(
        `The provided hypothesis_template "${template}" was not able to be formatted with the target labels. Make sure the passed template includes {} where the label should go.`,
      )
    }
    const independent = (booleanAt(parameters, 'multi_label') ?? false) || labels.length === 1
    const classify = (text: string) => classified(text, labels, template, independent)
    const value = Array.isArray(inputs)
      ? inputs.map((input) => classify(textInput(input)))
      : classify(textInput(inputs))
    return { kind: 'json', value }
  },
}

function classified(
  sequence: string,
  labels: readonly string[],
  template: string,
  independent: boolean,
) {
  // "This is not about {}" asks for the opposite.
  const sign = /\b(?:not|never|no)\b|不|没/i.test(template) ? -1 : 1
  const text = ` ${plain(sequence)} `
  const logits = labels.map((label) => sign * logitOf(text, plain(label)))
  const scores = independent ? logits.map(sigmoid) : softmax(logits)
  const ranked = labels
    .map((label, at) => ({ label, score: scores[at] ?? 0 }))
    .sort((one, other) => other.score - one.score)
  return {
    sequence,
    labels: ranked.map(({ label }) => label),
    scores: ranked.map(({ score }) => score),
  }
}

function logitOf(text: string, label: string): number {
  const mood = moodOf(label)
  const topical = NOTHING + Math.min(MOST, evidence(text, label))
  if (mood === undefined) return topical
  const [, valence = 0] = sentimentLogits(text)[0] ?? []
  return Math.max(topical, Math.max(-4, Math.min(4, mood * valence)))
}

/** How much in the text speaks for a label: its own words, and words of the topics that it belongs to. */
function evidence(text: string, label: string): number {
  const parts = [label, ...wordsOf(label).map(({ text: word }) => word)].filter(isTelling)
  const own = new Set(parts.filter((part) => has(text, part)))
  const near = new Set<string>()
  for (const topic of topics) {
    if (!parts.some((part) => topic.has(part))) continue
    for (const word of topic) if (!own.has(word) && has(text, word)) near.add(word)
  }
  return OWN_WORD * Math.min(1, own.size) + TOPIC_WORD * near.size
}

function moodOf(label: string): 1 | -1 | undefined {
  for (const [word, mood] of moods) if (label.includes(word)) return mood
  return undefined
}

/** Single Han characters and small words say too little. */
const isTelling = (word: string) =>
  word.length > 2 || (/\p{Script=Han}/u.test(word) && word.length > 1)

/** At the beginning of a word, so that "reimburse" is in "reimbursed", but "art" not in "part". */
function has(text: string, word: string): boolean {
  if (/\p{Script=Han}/u.test(word)) return text.includes(word)
  const whole = word.length < 5
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.charAt(at - 1)
    const after = text.slice(at + word.length, at + word.length + 2)
    const ends = !whole || /^(?:[^\p{L}]|s[^\p{L}])/u.test(after)
    if (!/\p{L}/u.test(before) && ends) return true
  }
  return false
}

const plain = (text: string) => text.toLowerCase().replaceAll('’', "'")

export default sandbox
