import { inputsBody } from '@/core/body'
import { textProblems } from '@/core/checks'
import { inputsArgs, javascriptCall, pythonArguments, pythonCall } from '@/core/client-call'
import { oneLine } from '@/core/one-line'
import type { ClientCall, ClientCalls } from '@/core/request'
import { sandboxModels } from '@/core/sandbox-models'
import { parseSound, type SoundReply } from '@/core/sound/sounds'
import { defineTask, type Draft } from '@/core/task'
import schema from '#task-schemas/text-to-speech/spec/input.json'

export interface Input {
  readonly inputs: string
}

export type Output = SoundReply

export default defineTask<Input, Output>({
  id: 'text-to-speech',
  schema,
  models: [
    { id: 'hexgrad/Kokoro-82M' },
    { id: 'ResembleAI/chatterbox' },
    { id: 'nari-labs/Dia-1.6B-0626' },
    { id: 'espnet/kan-bayashi_ljspeech_vits' },
    { id: 'facebook/mms-tts-eng' },
    ...sandboxModels('text-to-speech'),
  ],
  examples: [
    {
      id: 'universe',
      title: { en: 'The answer', 'zh-CN': '终极答案' },
      input: { inputs: 'The answer to the universe is 42.' },
    },
    {
      id: 'question',
      title: { en: 'Sampled, a question', 'zh-CN': '疑问句，采样生成' },
      input: { inputs: 'Hello there! Can you hear me?' },
      parameters: { generation_parameters: { do_sample: true, temperature: 0.8 } },
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: { inputs: '床前明月光，疑是地上霜。举头望明月，低头思故乡。' },
      model: 'fishaudio/fish-speech-1.5',
    },
  ],
  emptyInput: { inputs: '' },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/text-to-speech',
  streams: false,
  problems: ({ inputs }) => textProblems('inputs', inputs),
  request: (draft) => ({
    route: 'model',
    body: inputsBody(draft.input.inputs, draft.parameters),
    stream: false,
    replyMedia: 'audio',
    clients: clients(draft),
  }),
  providerCall: javascript,
  parse: parseSound,
  title: ({ inputs }) => oneLine(inputs),
})

function javascript({ input, parameters }: Draft<Input>): ClientCall {
  return javascriptCall('textToSpeech', inputsArgs(input.inputs, parameters))
}

/** Python names the generation parameters one by one and sends them beside each other: ours go as they are documented. */
function clients(draft: Draft<Input>): ClientCalls {
  const args = pythonArguments(draft.parameters, [], true)
  return {
    javascript: javascript(draft),
    ...(args ? { python: pythonCall('text_to_speech', draft.input.inputs, args) } : {}),
  }
}
