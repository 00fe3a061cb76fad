import { hasHan } from '../tokens'
import { factsOf } from './facts'
import type { TalkMessage } from './messages'
import type { Plan, TalkContext } from './plan'
import { englishRules } from './rules-en'
import { chineseRules } from './rules-zh'

/** What the rules have to say to a conversation: Chinese to Chinese, English to everything else. */
export function planReply(messages: readonly TalkMessage[]): Plan {
  const said = messages.filter(({ role }) => role === 'user')
  const last = said.at(-1) ?? { role: 'user', text: '', images: [] }
  const before = said.slice(0, -1).map(({ text }) => text)
  const context: TalkContext = {
    text: last.text.trim(),
    before,
    last,
    facts: factsOf([...before, last.text]),
    newFacts: factsOf([last.text]),
  }
  for (const rule of hasHan(last.text) ? chineseRules : englishRules) {
    const plan = rule(context)
    if (plan) return plan
  }
  return []
}
