import { isObject, isString } from '@/core/json'
import { jsonOf, readOneOrMore } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import { soundOf } from '@/core/sound/sounds'

/** One of the sounds that a service made out of the one it got. */
export interface Stem {
  /** The model's own word, such as `label_0`. */
  readonly label: string
  readonly blob: Blob
}

const expected = '[{label, blob: base64, "content-type"}]'

/** Bytes alone are a single sound without a label. */
export function parseStems(reply: Reply): readonly Stem[] {
  if (reply.kind === 'bytes' && reply.mediaType.startsWith('audio/')) {
    return [{ label: 'audio', blob: reply.blob }]
  }
  const stems = readOneOrMore(jsonOf(reply, expected), readStem)
  if (!stems) throw new UnreadableReply(expected)
  return stems
}

function readStem(value: unknown): Stem | undefined {
  if (!isObject(value) || !isString(value.label) || !isString(value.blob)) return undefined
  const type = value['content-type']
  const sound = soundOf(value.blob, isString(type) ? type : 'audio/flac')
  return sound?.kind === 'blob' ? { label: value.label, blob: sound.blob } : undefined
}
