/** Descriptions of parameters in one language, by name; see the files. */
export type ParameterWords = Readonly<Record<string, string>>

// They are long and only a form needs them: each language is a chunk of its own.
const languages = import.meta.glob<ParameterWords>('@/locales/*/parameter-descriptions.ts', {
  import: 'default',
})

const none: ParameterWords = {}

/** The descriptions of a language; none for a language that has no file of them. */
export async function loadParameterWords(locale: string): Promise<ParameterWords> {
  const found = Object.entries(languages).find(([path]) => path.includes(`/locales/${locale}/`))
  return found ? found[1]() : none
}

/** What a parameter does: the words for exactly what is documented, else for its name, else the documented ones. */
export function parameterDescription(
  words: ParameterWords,
  name: string,
  documented?: string,
): string | undefined {
  return words[`${name}: ${documented ?? ''}`] ?? words[name] ?? documented
}
