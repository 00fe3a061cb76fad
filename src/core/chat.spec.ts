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
