import { isListOf, isObject, isString } from '@/core/json'
import { SandboxError, type SandboxCall, type SandboxTask } from '@/core/sandbox'
import { chunksOf, completionOf } from '@/sandbox/lib/chat/completion'
import { readOptions } from '@/sandbox/lib/chat/options'
import { sayAll } from '@/sandbox/lib/chat/say'
import { readMessages } from '@/sandbox/lib/talk/messages'

/** A rule-based talker behind the three documented chat bodies. */
const sandbox: SandboxTask = {
  id: 'conversational',
  media: false,
  reply(call) {
    const body = isObject(call.body) ? call.body : {}
    if (!('messages' in body) && body.inputs !== undefined) {
      return { kind: 'json', value: isObject(body.inputs) ? olderReply(call) : listReply(call) }
    }
    const messages = readMessages(body.messages)
    const options = readOptions(body)
    const says = sayAll(messages, options)
    return call.stream
      ? { kind: 'events', events: chunksOf(call.model, messages, says, options) }
      : { kind: 'json', value: completionOf(call.model, messages, says, options) }
  },
}

const generatedText = (call: SandboxCall, messages: unknown): string => {
  const options = readOptions({
    ...call.parameters,
    n: 1,
    tools: undefined,
    tool_choice: undefined,
  })
  const [say] = sayAll(readMessages(messages), options)
  return say?.tokens.map(({ text }) => text).join('') ?? ''
}

/** `{"inputs": [{role, content}]}` of a dedicated endpoint. */
const listReply = (call: SandboxCall) => [{ generated_text: generatedText(call, call.inputs) }]

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
  const answer = generatedText(call, [...earlier, { role: 'user', content: text }])
  return {
    generated_text: answer,
    conversation: {
      past_user_inputs: [...past, text],
      generated_responses: [...responses, answer],
    },
  }
}

export default sandbox
