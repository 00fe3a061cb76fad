import { expect, it } from 'vitest'
import { resume, speak, type Plan } from './plan'

const plan: Plan = [['Hello! ', 'Hi! '], 'How are ', ['you?', 'things?']]
const first = (rest: Plan) =>
  speak(rest, 0, () => 0)
    .map(({ text }) => text)
    .join('')

it.each([
  ['', 'Hello! How are you?'],
  ['Hello! ', 'How are you?'],
  ['Hi! How', ' are you?'],
  ['Hi! How are th', 'ings?'],
  ['Hello! How are you?', ''],
  ['Good day! ', 'How are you?'],
])('goes on behind “%s”', (said, rest) => {
  expect(first(resume(plan, said))).toBe(rest)
})

it('is no other answer at any cut', () => {
  const whole = first(plan)
  for (let cut = 0; cut <= whole.length; cut++)
    expect(whole.slice(0, cut) + first(resume(plan, whole.slice(0, cut)))).toBe(whole)
})
