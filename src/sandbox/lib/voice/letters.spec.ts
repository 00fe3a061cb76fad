import { expect, it } from 'vitest'
import { phonesOfCharacter, phonesOfDigit, phonesOfWord } from './letters'

it.each([
  ['hello', 'HH EH L OW'],
  ['ship', 'SH IH P'],
  ['nation', 'N AE SH AX N'],
  ['time', 'T AY M'],
  ['night', 'N AY T'],
  ['phone', 'F OW N'],
  ['city', 'S IH T IY'],
  ['letter', 'L EH T ER'],
  ['played', 'P L EY D'],
  ['bed', 'B EH D'],
  ['yes', 'Y EH S'],
  ['quick', 'K W IH K'],
  ['Été', 'IY T'],
  ['constructor', 'K AA N S T R AH K T AO R'],
])('%s is said %s', (word, phones) => expect(phonesOfWord(word).join(' ')).toBe(phones))

it('says every digit, and a syllable for every other character', () => {
  expect(phonesOfDigit('7')).toEqual(['S', 'EH', 'V', 'AX', 'N'])
  expect(phonesOfCharacter('你')).toEqual(phonesOfCharacter('你'))
  const said = [...'你好世界今天天气很好'].map((character) =>
    phonesOfCharacter(character).join(' '),
  )
  expect(new Set(said).size).toBeGreaterThan(5)
})
