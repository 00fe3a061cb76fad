import { describe, expect, it } from 'vitest'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

const translateAll = async (inputs: unknown, parameters = {}) =>
  ((await callTask(sandbox, { inputs, parameters })) as { translation_text: string }[]).map(
    ({ translation_text }) => translation_text,
  )
const translate = async (inputs: string, src_lang = '', tgt_lang = '') =>
  (await translateAll(inputs, src_lang === '' ? {} : { src_lang, tgt_lang }))[0]

describe('translation sandbox', () => {
  it.each([
    ['My name is Wolfgang and I live in Berlin', 'Mein Name ist Wolfgang und ich lebe in Berlin'],
    ['My name is Omar and I live in Zürich.', 'Mein Name ist Omar und ich lebe in Zürich.'],
    ['Меня зовут Вольфганг и я живу в Берлине', 'My name is Вольфганг and I live in Berlin'],
    ['我叫李雷，我住在北京。', 'My name is 李雷, I live in Beijing.'],
    ['Ich wohne in einem kleinen Haus mit zwei Katzen.', 'I live in a small house with two cats.'],
    ["J'aime la maison de l'homme.", 'I like the house of the man.'],
    ['¿Dónde está la estación?', 'Where is the station?'],
  ])('finds out the language: %s', async (text, expected) => {
    expect(await translate(text)).toBe(expected)
  })

  it.each([
    [
      'The big house is old, and the flowers are red!',
      'fr',
      'La grande maison est vieille, et les fleurs sont rouges!',
    ],
    [
      'The big house is old, and the flowers are red!',
      'de',
      'Das große Haus ist alt, und die Blumen sind rot!',
    ],
    ['Good morning, how are you?', 'es', 'Buenos días, cómo estás?'],
    ['Good morning, how are you?', 'zh', '早上好，你好吗？'],
    ['She loves the language of the country.', 'fr', 'Elle aime la langue du pays.'],
    ['The children eat two apples every day.', 'de', 'Die Kinder essen zwei Äpfel jeden Tag.'],
    ["We don't speak Spanish.", 'de', 'Wir nicht sprechen Spanisch.'],
  ])('%s in %s', async (text, target, expected) => {
    expect(await translate(text, 'en', target)).toBe(expected)
  })

  it.each([
    ['en_XX', 'fr_XX'],
    ['eng_Latn', 'fra_Latn'],
    ['English', 'French'],
    ['en', 'fr-FR'],
  ])('knows %s and %s', async (src_lang, tgt_lang) => {
    expect(await translate('Thank you!', src_lang, tgt_lang)).toBe('Merci!')
  })

  it('leaves what it does not know as it is, signs and lines too', async () => {
    expect(await translate('Zyxomma — 42\n\n  the zyxomma!', 'en', 'fr')).toBe(
      'Zyxomma — 42\n\n  le zyxomma!',
    )
  })

  it('obeys a prefix of T5', async () => {
    expect(await translate('translate English to French: Thank you!')).toBe('Merci!')
  })

  it('takes a list', async () => {
    const texts = ['My name is Wolfgang and I live in Berlin', 'I work as programmer']
    expect(await translateAll(texts)).toEqual([
      'Mein Name ist Wolfgang und ich lebe in Berlin',
      'Ich arbeite als Programmierer',
    ])
  })

  it('honours max_length', async () => {
    const [cut] = await translateAll('Thank you and good night!', { max_length: 2 })
    expect(cut).toBe('Danke und')
  })

  it.each([
    ['', {}],
    [3, {}],
    ['x', { src_lang: 'en' }],
    ['x', { tgt_lang: 'en' }],
    ['x', { src_lang: 'en', tgt_lang: 'ja' }],
    ['x', { src_lang: 3, tgt_lang: 'fr' }],
    ['x', { truncation: 'all' }],
  ])('refuses %j with %j', async (inputs, parameters) => {
    await expect(translateAll(inputs, parameters)).rejects.toMatchObject({ status: 422 })
  })
})
