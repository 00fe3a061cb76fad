import { inputsBody } from '@/core/body'
import { textProblems } from '@/core/checks'
import { inputsArgs, javascriptCall, pythonArguments } from '@/core/client-call'
import { oneLine } from '@/core/one-line'
import type { ClientCall, ClientCalls } from '@/core/request'
import { sandboxModels } from '@/core/sandbox-models'
import { defineTask, type Draft } from '@/core/task'
import schema from '#task-schemas/question-answering/spec/input.json'
import { parseAnswers, type Answer } from './parse'

export type { Answer }

export interface Input {
  readonly question: string
  readonly context: string
}

export interface Output {
  /** In the order of the reply: the likeliest first. */
  readonly answers: readonly Answer[]
}

const amazon =
  'The Amazon rainforest, also known in English as Amazonia or the Amazon Jungle, is a moist broadleaf forest that covers most of the Amazon basin of South America. This basin encompasses 7,000,000 square kilometres, of which 5,500,000 square kilometres are covered by the rainforest. The majority of the forest is contained within Brazil, with 60% of the rainforest, followed by Peru with 13%, and Colombia with 10%.'

export default defineTask<Input, Output>({
  id: 'question-answering',
  schema,
  models: [
    { id: 'deepset/roberta-base-squad2' },
    { id: 'distilbert/distilbert-base-cased-distilled-squad' },
    { id: 'deepset/tinyroberta-squad2' },
    { id: 'deepset/xlm-roberta-large-squad2' },
    { id: 'luhua/chinese_pretrain_mrc_roberta_wwm_ext_large' },
    ...sandboxModels('question-answering'),
  ],
  examples: [
    {
      id: 'clara',
      title: { en: 'A name', 'zh-CN': '名字' },
      input: {
        question: 'What is my name?',
        context: 'My name is Clara and I live in Berkeley.',
      },
    },
    {
      id: 'amazon',
      title: { en: 'Several answers', 'zh-CN': '多个答案' },
      input: {
        question: 'Which name is also used to describe the Amazon rainforest in English?',
        context: amazon,
      },
      parameters: { top_k: 3 },
    },
    {
      id: 'impossible',
      title: { en: 'Not in the text', 'zh-CN': '文中没有' },
      input: { question: 'Who painted the Mona Lisa?', context: amazon },
      parameters: { handle_impossible_answer: true, top_k: 2 },
    },
    {
      id: 'chinese',
      title: { en: 'In Chinese', 'zh-CN': '中文' },
      input: {
        question: '长城位于哪里？',
        context:
          '长城是中国古代的军事防御工程，修筑于春秋战国时期。长城主要位于中国北方，总长超过两万千米，1987年被列入世界文化遗产。',
      },
      model: 'luhua/chinese_pretrain_mrc_roberta_wwm_ext_large',
    },
  ],
  emptyInput: { question: '', context: '' },
  docs: 'https://huggingface.co/docs/inference-providers/tasks/question-answering',
  streams: false,
  problems: ({ question, context }) => [
    ...textProblems('question', question, 'question-missing'),
    ...textProblems('context', context),
  ],
  request: (draft) => ({
    route: 'model',
    body: inputsBody(inputsOf(draft), draft.parameters),
    stream: false,
    clients: clients(draft),
  }),
  parse: (reply, { input }) => ({ answers: parseAnswers(reply, input.context) }),
  title: ({ question }) => oneLine(question),
})

const keywords = [
  'align_to_words',
  'doc_stride',
  'handle_impossible_answer',
  'max_answer_len',
  'max_question_len',
  'max_seq_len',
  'top_k',
]

const inputsOf = ({ input: { question, context } }: Draft<Input>) => ({ question, context })

/** @huggingface/inference gives the first answer only: it is not for where more are asked for. */
function clients(draft: Draft<Input>): ClientCalls {
  const { input, parameters } = draft
  const { top_k } = parameters
  const single = top_k === undefined || top_k === 1
  const args = pythonArguments(parameters, keywords, false)
  const positional = [input.question, input.context]
  const python: ClientCall | undefined = args && {
    method: 'question_answering',
    positional,
    args,
    files: [],
  }
  return {
    ...(single && {
      javascript: javascriptCall('questionAnswering', inputsArgs(inputsOf(draft), parameters)),
    }),
    ...(python && { python }),
  }
}
