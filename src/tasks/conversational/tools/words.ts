import type { ComputeFault } from '@/core/tool-builtins'
import type text from './text'

type ToolWords = (typeof text)['en']

/** Puts values in the places of their names; a value is taken as it is, whatever stands in it. */
export function filled(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** Why a built-in could not answer. */
export function faultWords({ fault: words }: ToolWords, fault: ComputeFault): string {
  if (fault.code !== 'arithmetic') return filled(words[fault.code], { ...fault })
  const { code, at, found } = fault.fault
  return filled(words[code], { at: at + 1, found })
}
