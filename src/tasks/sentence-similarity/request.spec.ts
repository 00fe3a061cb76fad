import { describe, expect, it } from 'vitest'
import { ErrorReply, UnreadableReply, type Reply } from '@/core/reply'
import { prepare } from '@/inference/prepare'
import task from '.'

const input = {
  source_sentence: 'That is a happy person',
  sentences: ['That is a happy dog', 'That is a very happy person', 'Today is a sunny day'],
}
const draft = { model: 'owner/model', input, parameters: {}, stream: false }
const parse = (value: unknown) => task.parse({ kind: 'json', value, text: '' } as Reply, draft)

describe('the request of sentence similarity', () => {
  it('is the documented body, at the place of its pipeline', () => {
    const connection = { kind: 'provider', provider: 'hf-inference', billTo: '' } as const
    expect(prepare(task, connection, draft, { sandboxUrl: '' })).toMatchObject({
      url: 'https://router.huggingface.co/hf-inference/models/owner/model/pipeline/sentence-similarity',
      body: { kind: 'json', value: { inputs: input } },
    })
  })

  it('is sent by hand also where a third party is chosen: none serves it', () => {
    const connection = { kind: 'provider', provider: 'auto', billTo: '' } as const
    expect(prepare(task, connection, draft, { sandboxUrl: '' }).dialect).toBe('wire')
  })

  it('is said by both libraries', () => {
    const { javascript, python } = task.request(draft).clients
    expect(javascript).toMatchObject({ method: 'sentenceSimilarity', args: { inputs: input } })
    expect(python).toMatchObject({
      method: 'sentence_similarity',
      positional: [input.source_sentence, input.sentences],
    })
    expect(task.request({ ...draft, parameters: { new: 1 } }).clients.python).toBeUndefined()
  })

  it.each([
    [{ source_sentence: ' ' }, 'source_sentence', 'text-missing'],
    [{ sentences: [] }, 'sentences', 'sentences-missing'],
    [{ sentences: ['x'.repeat(600_000), 'y'.repeat(600_000)] }, 'sentences', 'text-too-long'],
  ])('says what is wrong', (change, field, code) => {
    expect(task.problems({ ...input, ...change })).toMatchObject([{ field, code }])
  })
})

describe('the reply of sentence similarity', () => {
  it('is ranked, with negative cosines last', () => {
    expect(parse([0.66, 0.94, -0.1]).ranking.map(({ index, score }) => [index, score])).toEqual([
      [1, 0.94],
      [0, 0.66],
      [2, -0.1],
    ])
  })

  it.each([[[0.1, 0.2]], [[0.1, 0.2, 0.3, 0.4]], [['a', 'b', 'c']], [{ scores: [1, 2, 3] }]])(
    'refuses %j',
    (value) => {
      expect(() => parse(value)).toThrow(UnreadableReply)
    },
  )

  it('gives the words of an error', () => {
    expect(() => parse({ error: ['Error in `inputs`'] })).toThrow(ErrorReply)
  })
})
