import { mediaBody } from '@/core/body'
import { soundProblems } from '@/core/checks'
import { javascriptFileCall, pythonArguments, pythonFileCall } from '@/core/client-call'
import { isEmpty } from '@/core/json'
import type { MediaFile } from '@/core/media'
import { oneLine } from '@/core/one-line'
import { jsonOf, readOneOrMore, readScoredLabel, unnested } from '@/core/parse'
import { UnreadableReply, type Reply } from '@/core/reply'
import type { ClientCalls } from '@/core/request'
import type { ScoredLabel } from '@/core/results'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft } from '@/core/task'
import schema from '#task-schemas/audio-classification/spec/input.json'

export interface Input {
  readonly audio: MediaFile | null
}

export interface Output {
  /** In the order of the reply. */
  readonly labels: readonly ScoredLabel[]
}

const expected = '[{label, score}]'

export default defineTask<Input, Output>({
  id: 'audio-classification',
  schema,
  models: [
    { id: 'superb/hubert-large-superb-er' },
    { id: 'ehcalabres/wav2vec2-lg-xlsr-en-speech-emotion-recognition' },
    { id: 'speechbrain/google_speech_command_xvector' },
    { id: 'facebook/mms-lid-126' },
    { id: 'MIT/ast-finetuned-audioset-10-10-0.4593' },
    ...sandboxModels('audio-classification'),
  ],
  examples: [
    {
      id: 'voice',
      title: { en: 'A voice', 'zh-CN': '人声' },
      input: async (loadSample) => ({ audio: await loadSample('voice.wav') }),
    },
    {
      id: 'tones',
      title: { en: 'Tones, the best two labels', 'zh-CN': '音调，只要前两个标签' },
      input: async (loadSample) => ({ audio: await loadSample('tones.wav') }),
      parameters: { top_k: 2 },
      model: 'MIT/ast-finetuned-audioset-10-10-0.4593',
    },
    {
      id: 'each-by-itself',
      title: { en: 'Each label by itself (sigmoid)', 'zh-CN': '各标签独立打分（sigmoid）' },
      input: async (loadSample) => ({ audio: await loadSample('voice.wav') }),
      parameters: { function_to_apply: 'sigmoid' },
    },
  ],
  emptyInput: { audio: null },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/audio-classification',
  streams: false,
  problems: ({ audio }) => soundProblems('audio', audio),
  request: (draft) => ({
    route: 'model',
    body: mediaBody(draft.input.audio ?? undefined, draft.parameters),
    stream: false,
    clients: clients(draft),
  }),
  parse,
  title: ({ audio }) => oneLine(audio?.name ?? ''),
})

/** @huggingface/inference drops the parameters of a sound. */
function clients({ input: { audio }, parameters }: Draft<Input>): ClientCalls {
  if (!audio) return {}
  const args = pythonArguments(parameters, ['function_to_apply', 'top_k'], false)
  return {
    ...(isEmpty(parameters)
      ? { javascript: javascriptFileCall('audioClassification', audio, {}) }
      : {}),
    ...(args ? { python: pythonFileCall('audio_classification', audio, args) } : {}),
  }
}

function parse(reply: Reply): Output {
  const labels = readOneOrMore(unnested(jsonOf(reply, expected)), readScoredLabel)
  if (!labels) throw new UnreadableReply(expected)
  return { labels }
}
