import { mediaBody } from '@/core/body'
import { soundProblems } from '@/core/checks'
import { javascriptFileCall, pythonArguments, pythonFileCall } from '@/core/client-call'
import { isEmpty } from '@/core/json'
import type { MediaFile } from '@/core/media'
import { oneLine } from '@/core/one-line'
import type { ClientCalls } from '@/core/request'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft } from '@/core/task'
import schema from '#task-schemas/automatic-speech-recognition/spec/input.json'
import { parseTranscript, type Transcript } from './parse'

export interface Input {
  readonly audio: MediaFile | null
}

export type Output = Transcript

export default defineTask<Input, Output>({
  id: 'automatic-speech-recognition',
  schema,
  models: [
    { id: 'openai/whisper-large-v3' },
    { id: 'openai/whisper-large-v3-turbo' },
    { id: 'facebook/wav2vec2-base-960h' },
    { id: 'facebook/seamless-m4t-v2-large' },
    ...sandboxModels('automatic-speech-recognition'),
  ],
  examples: [
    {
      id: 'voice',
      title: { en: 'Voice, with timestamps', 'zh-CN': '人声，带时间戳' },
      input: async (loadSample) => ({ audio: await loadSample('voice.wav') }),
      parameters: { return_timestamps: true },
    },
    {
      id: 'voice-plain',
      title: { en: 'Voice, text only', 'zh-CN': '人声，仅文字' },
      input: async (loadSample) => ({ audio: await loadSample('voice.wav') }),
    },
    {
      id: 'tones',
      title: { en: 'Tones', 'zh-CN': '音调' },
      input: async (loadSample) => ({ audio: await loadSample('tones.wav') }),
      parameters: { return_timestamps: true },
    },
  ],
  emptyInput: { audio: null },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/automatic-speech-recognition',
  streams: false,
  problems: ({ audio }) => soundProblems('audio', audio),
  request: (draft) => ({
    route: 'model',
    body: mediaBody(draft.input.audio ?? undefined, draft.parameters),
    stream: false,
    clients: clients(draft),
  }),
  providerCall: ({ input: { audio }, parameters }) =>
    audio
      ? javascriptFileCall('automaticSpeechRecognition', audio, parameters)
      : { method: 'automaticSpeechRecognition', args: { inputs: '' }, files: [] },
  parse: parseTranscript,
  title: ({ audio }) => oneLine(audio?.name ?? ''),
})

/** @huggingface/inference drops the parameters of a sound. */
function clients({ input: { audio }, parameters }: Draft<Input>): ClientCalls {
  if (!audio) return {}
  const args = pythonArguments(parameters, [], true)
  return {
    ...(isEmpty(parameters)
      ? { javascript: javascriptFileCall('automaticSpeechRecognition', audio, {}) }
      : {}),
    ...(args ? { python: pythonFileCall('automatic_speech_recognition', audio, args) } : {}),
  }
}
