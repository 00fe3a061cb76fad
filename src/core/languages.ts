import { flores, m2m, mbart, t5 } from './language-codes'

/** How a family of models names languages in `src_lang` and `tgt_lang`. */
export type CodeSystem = 'mbart' | 'nllb' | 't5' | 'plain'

const codes: Readonly<Record<CodeSystem, readonly string[]>> = {
  mbart: mbart.trim().split(/\s+/),
  nllb: flores.trim().split(/\s+/),
  t5: t5.trim().split(/\s+/),
  plain: m2m.trim().split(/\s+/),
}

/** Told from the model's name: mBART `en_XX`, NLLB `eng_Latn`, T5 its four languages, others `en`. */
export function codeSystemOf(model: string): CodeSystem {
  if (/mbart/i.test(model)) return 'mbart'
  if (/nllb|seamless/i.test(model)) return 'nllb'
  return /(^|[^a-z])t5(-|$)/i.test(model) && !/flan|mt5/i.test(model) ? 't5' : 'plain'
}

/** The codes that the models of a system know. */
export function languageCodes(system: CodeSystem): readonly string[] {
  return codes[system]
}

/** The two languages of a model that knows one direction only, such as `Helsinki-NLP/opus-mt-en-fr`; else undefined. */
export function fixedPair(model: string): readonly [from: string, to: string] | undefined {
  const [, from, to] = /opus-mt(?:-tc-(?:big|base))?-([a-z]{2,3})-([a-z]{2,3})$/i.exec(model) ?? []
  return from !== undefined && to !== undefined ? [from, to] : undefined
}

/** The BCP 47 tag of a code of any system; undefined for what is none, such as a name. */
export function localeOf(code: string): string | undefined {
  const tag = code.trim().replace(/_XX$/i, '').replaceAll('_', '-')
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

/** The name of a code's language in the language of `locale`; undefined where none is known. */
export function languageName(code: string, locale: string): string | undefined {
  const tag = localeOf(code)
  if (tag === undefined) return undefined
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' })
  return names.of(writtenInSeveral(code) ? tag : withoutScript(tag))
}

/** A script is said only where the same language has two: `zho_Hans` and `zho_Hant`. */
function writtenInSeveral(code: string): boolean {
  const language = code.split('_')[0] ?? ''
  return codes.nllb.filter((each) => each.startsWith(`${language}_`)).length > 1
}

function withoutScript(tag: string): string {
  const { language, region } = new Intl.Locale(tag)
  return region === undefined ? language : `${language}-${region}`
}
