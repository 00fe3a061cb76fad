import { describe, expect, it } from 'vitest'
import { feedThink, noThoughts, splitThoughts } from './think'

const cases: [name: string, sent: string, reasoning: string, text: string][] = [
  ['no thought', 'Hello <b>world</b>', '', 'Hello <b>world</b>'],
  ['a thought first', '<think>\nHm.\n</think>\n\nYes.', 'Hm.\n', 'Yes.'],
  ['an empty thought', '<think>\n\n</think>\n\nYes.', '', 'Yes.'],
  ['a thought that the template opened', 'Hm.\n</think>\n\nYes.', 'Hm.\n', 'Yes.'],
  ['a thought in the middle', 'So <think>hm</think> yes', 'hm', 'So  yes'],
  ['two thoughts', '<think>a</think>b<think>c</think>d', 'ac', 'bd'],
  ['a thought without an end', '<think>still', 'still', ''],
  ['nearly a tag', 'a < b <thin air </thing <<think>x</think>', 'x', 'a < b <thin air </thing <'],
  ['ends in half a tag', 'list: </thi', '', 'list: </thi'],
]

describe('thoughts', () => {
  it.each(cases)('%s', (_name, sent, reasoning, text) => {
    expect(splitThoughts(sent)).toMatchObject({ reasoning, text })
  })

  it.each(cases)('%s, cut at every place and letter by letter', (_name, sent, reasoning, text) => {
    for (let at = 0; at <= sent.length; at++) {
      const halves = feedThink(feedThink(noThoughts, sent.slice(0, at)), sent.slice(at))
      expect(halves, `cut at ${at}`).toMatchObject({ reasoning, text })
    }
    const letters = [...sent].reduce(feedThink, noThoughts)
    expect(letters).toMatchObject({ reasoning, text })
  })

  it('shows every letter while it comes, so that a cut loses none', () => {
    const partial = feedThink(noThoughts, '1 <th')
    expect(partial.text).toBe('1 <th')
    expect(feedThink(partial, 'ree')).toMatchObject({ text: '1 <three', held: 0 })
  })
})
