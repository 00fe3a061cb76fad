import type { ChatMessage } from '@/core/chat'

/** What a message takes beside its words: names, numbers, its place. */
const FRAME = 300

/** An estimate of the bytes that messages take when stored, pictures included. */
export function messageBytes(messages: readonly ChatMessage[]): number {
  return messages.reduce((sum, { text, reasoning = '', images }) => {
    const pictures = images.reduce((bytes, { size }) => bytes + size, 0)
    return sum + FRAME + text.length + reasoning.length + pictures
  }, 0)
}
