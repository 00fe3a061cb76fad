import { mediaBody } from '@/core/body'
import { soundProblems } from '@/core/checks'
import { javascriptFileCall, pythonFileCall } from '@/core/client-call'
import { isEmpty } from '@/core/json'
import type { MediaFile } from '@/core/media'
import { oneLine } from '@/core/one-line'
import type { ClientCalls } from '@/core/request'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft } from '@/core/task'
import { parseStems, type Stem } from './parse'

export interface Input {
  readonly audio: MediaFile | null
}

export interface Output {
  /** In the order of the reply. */
  readonly stems: readonly Stem[]
}

export default defineTask<Input, Output>({
  id: 'audio-to-audio',
  models: [
    { id: 'speechbrain/sepformer-wham' },
    { id: 'speechbrain/sepformer-wsj02mix' },
    { id: 'speechbrain/mtl-mimic-voicebank' },
    { id: 'ResembleAI/resemble-enhance' },
    ...sandboxModels('audio-to-audio'),
  ],
  examples: [
    {
      id: 'voice',
      title: { en: 'A voice', 'zh-CN': '人声' },
      input: async (loadSample) => ({ audio: await loadSample('voice.wav') }),
    },
    {
      id: 'tones',
      title: { en: 'Tones', 'zh-CN': '音调' },
      input: async (loadSample) => ({ audio: await loadSample('tones.wav') }),
    },
  ],
  emptyInput: { audio: null },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/audio-to-audio',
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
      ? javascriptFileCall('audioToAudio', audio, parameters)
      : { method: 'audioToAudio', args: { inputs: '' }, files: [] },
  parse: (reply) => ({ stems: parseStems(reply) }),
  title: ({ audio }) => oneLine(audio?.name ?? ''),
})

/** Neither library takes parameters here. */
function clients({ input: { audio }, parameters }: Draft<Input>): ClientCalls {
  if (!audio || !isEmpty(parameters)) return {}
  return {
    javascript: javascriptFileCall('audioToAudio', audio, {}),
    python: pythonFileCall('audio_to_audio', audio, {}),
  }
}
