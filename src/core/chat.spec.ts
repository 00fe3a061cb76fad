import { expect, it } from 'vitest'
import { fillSlots } from './slots'
import { isBlank, wireMessages, type MessageToSend } from './chat'
import { mediaFile } from './media'

const picture = (name: string, type: string) => mediaFile(new Blob(['x'], { type }), name)
const user = (text: string, ...images: MessageToSend['images']): MessageToSend => ({
  role: 'user',
  text,
  images,
})

it('sends a text as a text', () => {
  expect(wireMessages([{ role: 'system', text: 'Be brief.', images: [] }, user('Hi')])).toEqual({
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Hi' },
    ],
    files: [],
  })
})

it('puts each picture where its slot says, also behind blank messages and without a text', () => {
  const png = picture('a.png', 'image/png')
  const jpg = picture('b.jpg', 'image/jpeg')
  const { messages, files } = wireMessages([user(' '), user('Look', png, jpg), user('', jpg)])
  const filled = fillSlots({ messages }, files, ({ file, prefix }) => prefix + file.name)
  const part = (url: string) => ({ type: 'image_url', image_url: { url } })
  expect(filled).toEqual({
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Look' },
          part('data:image/png;base64,a.png'),
          part('data:image/jpeg;base64,b.jpg'),
        ],
      },
      { role: 'user', content: [part('data:image/jpeg;base64,b.jpg')] },
    ],
  })
})

it('knows a blank message', () => {
  expect(isBlank(user(' \n'))).toBe(true)
  expect(isBlank(user('', picture('a.png', 'image/png')))).toBe(false)
})

it('sends what an assistant asks of tools, and their results', () => {
  const call = { id: 'c1', name: 'add', arguments: '{"a": 1}' }
  const asks = { role: 'assistant', text: '', images: [], toolCalls: [call] } as const
  const sent = wireMessages([
    asks,
    { role: 'tool', text: '', images: [], toolCallId: 'c1' },
    { ...asks, text: 'Let me see.', toolCalls: [] },
    { role: 'tool', text: '3', images: [], toolCallId: 'c1', name: 'add' },
  ])
  expect(sent.messages).toEqual([
    {
      role: 'assistant',
      content: null,
      tool_calls: [
        { id: 'c1', type: 'function', function: { name: 'add', arguments: '{"a": 1}' } },
      ],
    },
    { role: 'tool', tool_call_id: 'c1', content: '' },
    { role: 'assistant', content: 'Let me see.' },
    { role: 'tool', name: 'add', tool_call_id: 'c1', content: '3' },
  ])
})
