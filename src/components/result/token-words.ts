import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import type { Locale } from '@/core/task'
import type { Words } from '@/locales/words'

const en = {
  tokens: 'Tokens, coloured by their probability',
  legend: 'Probability',
  atLeast: '≥ {percent}%',
  below: '< {percent}%',
  unknown: 'not told',
  help: 'Point at a token, or walk with the arrow keys. A click or Enter holds on to it.',
  token: 'Token {n}',
  tokenSpan: 'Tokens {n} to {last}, one character',
  special: 'special',
  notTold: 'The service told no probability.',
  noOthers: 'The service told of no alternatives: ask for them with {name}.',
  goOn: 'Continue from here with',
  pin: 'Click or press Enter to continue from here.',
  goOnWith: 'Continue with “{text}”, {percent}',
  details: 'log probability {logprob}',
  id: 'id {id}',
  prompt: 'Prompt',
}

const words = {
  en,
  'zh-CN': {
    tokens: '按概率着色的词元',
    legend: '概率',
    atLeast: '≥ {percent}%',
    below: '< {percent}%',
    unknown: '未给出',
    help: '指向词元，或用方向键逐个移动；点击或按回车键可固定。',
    token: '第 {n} 个词元',
    tokenSpan: '第 {n} 至 {last} 个词元，共同组成一个字符',
    special: '特殊词元',
    notTold: '服务未给出概率。',
    noOthers: '服务未给出候选词元，可用 {name} 请求。',
    goOn: '从此处继续，接',
    pin: '点击或按回车键，可从此处继续。',
    goOnWith: '以“{text}”继续，{percent}',
    details: '对数概率 {logprob}',
    id: '编号 {id}',
    prompt: '提示词',
  } satisfies Words<typeof en>,
}

/** The words around coloured tokens in the language shown; kept out of what every page loads. */
export function useTokenWords(): ComputedRef<typeof en> {
  const { locale } = useI18n()
  return computed(() => words[locale.value as Locale])
}

/** Fills the places of a text. */
export function fillWords(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}

/** A probability for people: `34.2%`, and `< 0.1%` for what is next to nothing. */
export function percentWords(probability: number): string {
  const percent = probability * 100
  return percent > 0 && percent < 0.1 ? '< 0.1%' : `${percent.toFixed(1)}%`
}
