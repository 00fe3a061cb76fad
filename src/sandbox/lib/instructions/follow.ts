import { entailmentLogits } from '../sentiment/entailment'
import { sentimentLogits } from '../sentiment/sentiment'
import { summariesOf } from '../summary/extract'
import { translateText } from '../translate/request'
import type { GenerateOptions } from '../generate-options'
import { answerFrom } from './answer'
import { compute } from './compute'
import { editText } from './edit'

type Rule = (text: string, options: GenerateOptions) => readonly string[] | undefined

/** The first rule that an instruction fits answers it; undefined where none does. */
export function follow(text: string, options: GenerateOptions): readonly string[] | undefined {
  for (const rule of rules) {
    const answers = rule(text.trim(), options)
    if (answers) return answers
  }
  return undefined
}

const rules: readonly Rule[] = [
  (text) => (/^translate\b[^:]*:/i.test(text) ? [translateText(text)] : undefined),
  (text, options) => {
    const [, source] =
      /^(?:summari[sz]e|tl;?dr|总结|概括)[^:：]{0,60}[:：]\s*(.+)$/isu.exec(text) ?? []
    return source === undefined ? undefined : summariesOf(source, options)
  },
  (text) => one(questionWithContext(text)),
  (text) => one(premiseWithHypothesis(text)),
  (text) => one(sentimentAsked(text)),
  (text) => one(editText(text)),
  (text) => one(compute(text)),
]

function one(answer: string | undefined): readonly string[] | undefined {
  return answer === undefined ? undefined : [answer]
}

/** `question: ... context: ...` in either order, as T5 has it; also in Chinese. */
function questionWithContext(text: string): string | undefined {
  const parts = labelled(text, /(question|context|问题|上下文|背景)\s*[:：]/giu)
  const question = parts.get('question') ?? parts.get('问题')
  const context = parts.get('context') ?? parts.get('上下文') ?? parts.get('背景')
  return question === undefined || context === undefined ? undefined : answerFrom(question, context)
}

/** `premise: ... hypothesis: ...`, as T5 has it. */
function premiseWithHypothesis(text: string): string | undefined {
  const parts = labelled(text, /(premise|hypothesis)\s*:/giu)
  const [premise, hypothesis] = [parts.get('premise'), parts.get('hypothesis')]
  if (premise === undefined || hypothesis === undefined) return undefined
  return likeliest(entailmentLogits(premise, hypothesis))
}

/** `sst2 sentence: ...`, or a question after the sentiment of what follows. */
function sentimentAsked(text: string): string | undefined {
  const [, review] =
    /^(?:sst2 sentence:|[^:?\n]*\b(?:sentiment|positive or negative)\b[^:?\n]*[:?])\s*(.+)$/isu.exec(
      text,
    ) ?? []
  return review === undefined ? undefined : likeliest(sentimentLogits(review))
}

function likeliest(logits: readonly (readonly [label: string, logit: number])[]): string {
  const [best] = [...logits].sort(([, one], [, other]) => other - one)
  return best?.[0].toLowerCase() ?? ''
}

/** What stands behind each label, up to the next one. */
function labelled(text: string, labels: RegExp): Map<string, string> {
  const found = [...text.matchAll(labels)]
  return new Map(
    found.map((match, at) => [
      (match[1] ?? '').toLowerCase(),
      text.slice(match.index + match[0].length, found[at + 1]?.index).trim(),
    ]),
  )
}
