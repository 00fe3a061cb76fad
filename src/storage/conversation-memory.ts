import { matchesWords, wordsOf, type Conversation } from '@/core/conversation'
import type { ConversationStorage, RunStorage } from './types'

/** Keeps conversations for as long as the page lives, where there is no database. */
export function createMemoryConversationStorage(runs: RunStorage): ConversationStorage {
  const kept = new Map<string, Conversation>()

  async function runsOf(id: string) {
    const { runs: turns } = await runs.list({ conversation: id, limit: Infinity })
    const taken = await Promise.all(turns.map((run) => runs.remove(run.id)))
    return taken.flatMap((run) => run ?? [])
  }

  return {
    async put(conversation) {
      const { summary } = conversation
      const before = kept.get(summary.id)?.summary
      const name = before?.named ? { name: before.name, named: true } : {}
      kept.set(summary.id, { ...conversation, summary: { ...summary, ...name } })
      return { kind: 'ok', evicted: 0, order: conversation.messages.map(({ id }) => id) }
    },
    async get(id) {
      const conversation = kept.get(id)
      return conversation && { conversation, damaged: 0 }
    },
    async list(query = '') {
      const words = wordsOf(query)
      const conversations = [...kept.values()]
        .filter(({ summary: { name, model }, messages }) =>
          matchesWords(words, [name, model, ...messages.map(({ text }) => text)]),
        )
        .map(({ summary }) => summary)
        .sort((a, b) => b.updatedAt - a.updatedAt)
      return { conversations, damaged: 0 }
    },
    async rename(id, name) {
      const conversation = kept.get(id)
      if (conversation) {
        kept.set(id, { ...conversation, summary: { ...conversation.summary, name, named: true } })
      }
      return { kind: 'ok', evicted: 0 }
    },
    async remove(id) {
      const conversation = kept.get(id)
      kept.delete(id)
      const taken = await runsOf(id)
      return conversation && { conversation, runs: taken }
    },
    clear: async () => kept.clear(),
  }
}
