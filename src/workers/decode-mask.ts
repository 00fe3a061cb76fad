import { decodeMask } from '@/core/mask-png'
import type { DecodeMaskReply, DecodeMaskRequest } from '@/core/mask-work'
import { answerWith } from './scope'

answerWith(async ({ index, mask }: DecodeMaskRequest) => {
  const decoded = await decodeMask(mask)
  const moved = 'runs' in decoded ? [decoded.runs.starts.buffer, decoded.runs.spans.buffer] : []
  return { reply: { index, decoded } satisfies DecodeMaskReply, moved }
})
