import type { Example } from '@/core/task'
import type { Input } from './input'

const input = (inputs: string, src_lang = '', tgt_lang = '', by_line = false): Input => ({
  inputs,
  by_line,
  src_lang,
  tgt_lang,
})

export const examples: readonly Example<Input>[] = [
  {
    id: 'wolfgang',
    title: { en: 'To German', 'zh-CN': '译成德语' },
    input: input('My name is Wolfgang and I live in Berlin'),
    model: 'google-t5/t5-base',
  },
  {
    id: 'lines',
    title: { en: 'Two lines', 'zh-CN': '两行文本' },
    input: input('My name is Wolfgang and I live in Berlin\nI work as programmer', '', '', true),
    model: 'google-t5/t5-base',
  },
  {
    id: 'nllb',
    title: { en: 'English to Spanish, NLLB codes', 'zh-CN': '英译西（NLLB 代码）' },
    input: input('The old man drinks coffee every day.', 'eng_Latn', 'spa_Latn'),
    model: 'facebook/nllb-200-distilled-600M',
  },
  {
    id: 'mbart',
    title: { en: 'English to French, mBART codes', 'zh-CN': '英译法（mBART 代码）' },
    input: input('Good morning! The children live in a small house.', 'en_XX', 'fr_XX'),
    model: 'facebook/mbart-large-50-many-to-many-mmt',
  },
  {
    id: 'russian',
    title: { en: 'From Russian', 'zh-CN': '译自俄语' },
    input: input('Меня зовут Вольфганг и я живу в Берлине'),
    model: 'Helsinki-NLP/opus-mt-ru-en',
  },
  {
    id: 'chinese',
    title: { en: 'From Chinese', 'zh-CN': '译自中文' },
    input: input('早上好！我的名字是李雷，我住在北京。今天天气很好。'),
    model: 'Helsinki-NLP/opus-mt-zh-en',
  },
]
