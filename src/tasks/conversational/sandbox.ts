import { isListOf, isObject, isString } from '@/core/json'
import { SandboxError, type SandboxCall, type SandboxTask } from '@/core/sandbox'
import { chunksOf, completionOf } from '@/sandbox/lib/chat/completion'
import { readOptions } from '@/sandbox/lib/chat/options'
import { sayAll, type Say } from '@/sandbox/lib/chat/say'
import { readMessages } from '@/sandbox/lib/talk/messages'
import { tokenId } from '@/sandbox/lib/tokens'

/** A rule-based talker behind the three documented chat bodies. */
const sandbox: SandboxTask = {
  id: 'conversational',
  media: false,
  reply(call) {
    const body = isObject(call.body) ? call.body : {}
    if (!('messages' in body) && body.inputs !== undefined) {
      if (isObject(body.inputs)) return { kind: 'json', value: olderReply(call) }
      const say = saidTo(call, call.inputs)
      return call.stream
        ? { kind: 'events', events: tgiEvents(say) }
        : { kind: 'json', value: [{ generated_text: textOf(say) }] }
    }
    const messages = readMessages(body.messages)
    const options = readOptions(body)
    const says = sayAll(messages, options)
    return call.stream
      ? { kind: 'events', events: chunksOf(call.model, messages, says, options) }
      : { kind: 'json', value: completionOf(call.model, messages, says, options) }
  },
}

/** What the talker says, without tools: the older bodies have none. */
function saidTo(call: SandboxCall, messages: unknown): Say {
  const without = { n: 1, tools: undefined, tool_choice: undefined }
  const [say] = sayAll(readMessages(messages), readOptions({ ...call.parameters, ...without }))
  return say ?? { tokens: [], calls: [], finishReason: 'stop' }
}

const textOf = ({ tokens }: Say) => tokens.map(({ text }) => text).join('')

/** `{"inputs": [{role, content}]}` of a dedicated endpoint, streamed as text-generation-inference does. */
function* tgiEvents(say: Say): Generator<string> {
  const { tokens, finishReason } = say
  const reason = finishReason === 'length' ? 'length' : 'eos_token'
  for (const [at, { text, logprob }] of tokens.entries()) {
    const last = at === tokens.length - 1
    yield JSON.stringify({
      index: at + 1,
      token: { id: tokenId(text), text, logprob, special: false },
      generated_text: last ? textOf(say) : null,
      details: last ? { finish_reason: reason, generated_tokens: tokens.length } : null,
    })
  }
}

/** `{"inputs": {past_user_inputs, generated_responses, text}}`, the oldest body. */
function olderReply(call: SandboxCall) {
  const inputs = isObject(call.inputs) ? call.inputs : {}
  const { past_user_inputs: past = [], generated_responses: responses = [], text } = inputs
  if (!isListOf(past, isString) || !isListOf(responses, isString) || !isString(text)) {
    throw new SandboxError('`inputs` must be {past_user_inputs, generated_responses, text}')
  }
  const earlier = past.flatMap((content, index) => [
    { role: 'user', content },
    { role: 'assistant', content: responses[index] ?? '' },
  ])
  const answer = textOf(saidTo(call, [...earlier, { role: 'user', content: text }]))
  return {
    generated_text: answer,
    conversation: {
      past_user_inputs: [...past, text],
      generated_responses: [...responses, answer],
    },
  }
}

export default sandbox
