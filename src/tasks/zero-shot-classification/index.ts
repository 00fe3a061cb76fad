import { inputsBody } from '@/core/body'
import { textProblems } from '@/core/checks'
import { inputsArgs, javascriptCall } from '@/core/client-call'
import { oneLine } from '@/core/one-line'
import { problem } from '@/core/problem'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask } from '@/core/task'
import schema from '#task-schemas/zero-shot-classification/spec/input.json'
import { parseTexts, type LabelledText } from './parse'

export interface Input {
  readonly inputs: string
  readonly candidate_labels: readonly string[]
}

export interface Output {
  /** One, but for a service that answers with several. */
  readonly texts: readonly LabelledText[]
  /** Each label was to be judged by itself: `multi_label` was sent. */
  readonly independent: boolean
}

export default defineTask<Input, Output>({
  id: 'zero-shot-classification',
  schema,
  hiddenParameters: ['candidate_labels'],
  models: [
    { id: 'facebook/bart-large-mnli' },
    { id: 'MoritzLaurer/ModernBERT-large-zeroshot-v2.0' },
    { id: 'MoritzLaurer/mDeBERTa-v3-base-mnli-xnli' },
    { id: 'joeddav/xlm-roberta-large-xnli' },
    { id: 'knowledgator/gliclass-modern-base-v2.0-init' },
    ...sandboxModels('zero-shot-classification'),
  ],
  examples: [
    {
      id: 'refund',
      title: { en: 'A complaint', 'zh-CN': '一封投诉' },
      input: {
        inputs:
          'Hi, I recently bought a device from your company but it is not working as advertised and I would like to get reimbursed!',
        candidate_labels: ['refund', 'legal', 'faq'],
      },
    },
    {
      id: 'dune',
      title: { en: 'A film', 'zh-CN': '一部电影' },
      input: {
        inputs: 'Dune is the best movie ever.',
        candidate_labels: ['CINEMA', 'ART', 'MUSIC'],
      },
    },
    {
      id: 'microbes',
      title: { en: 'Several topics', 'zh-CN': '多个主题' },
      input: {
        inputs:
          "A new model offers an explanation for how the Galilean satellites formed around the solar system's largest world. Konstantin Batygin did not set out to solve one of the solar system's most puzzling mysteries when he went for a run up a hill in Nice, France.",
        candidate_labels: [
          'space & cosmos',
          'scientific discovery',
          'microbiology',
          'robots',
          'archeology',
        ],
      },
      parameters: { multi_label: true },
    },
    {
      id: 'template',
      title: { en: 'Its own template', 'zh-CN': '自定模板' },
      input: {
        inputs: "I really like our dinner and I'm very happy. I don't like the weather though.",
        candidate_labels: ['positive', 'negative', 'pessimistic', 'optimistic'],
      },
      parameters: { multi_label: true, hypothesis_template: 'This text is {} towards the weather' },
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: {
        inputs: '主队在加时赛中打进制胜一球，全场球迷沸腾。',
        candidate_labels: ['体育', '财经', '科技', '旅游'],
      },
      parameters: { hypothesis_template: '这段话的主题是{}。' },
      model: 'MoritzLaurer/mDeBERTa-v3-base-mnli-xnli',
    },
  ],
  emptyInput: { inputs: '', candidate_labels: [] },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/zero-shot-classification',
  streams: false,
  problems: ({ inputs, candidate_labels }) => [
    ...textProblems('inputs', inputs),
    ...(candidate_labels.length === 0 ? [problem('candidate_labels', 'labels-missing')] : []),
  ],
  request: ({ input: { inputs, candidate_labels }, parameters }) => {
    const sent = { ...parameters, candidate_labels }
    return {
      route: 'model',
      body: inputsBody(inputs, sent),
      stream: false,
      // Reads what hf-inference answers to one text; the snippets keep it off other services. huggingface_hub sends
      // `multi_label` in any case, and does not read {sequence, labels, scores}.
      clients: { javascript: javascriptCall('zeroShotClassification', inputsArgs(inputs, sent)) },
    }
  },
  parse: (reply, { parameters }) => ({
    texts: parseTexts(reply),
    independent: parameters.multi_label === true,
  }),
  title: ({ inputs, candidate_labels }) =>
    oneLine([inputs, candidate_labels.join(', ')].filter((each) => each !== '').join(' · ')),
})
