/**
 * Words with their `{name}` places filled, as the messages of the locales are; a place without a value stays empty.
 * Cases by count stand between ` | `: the first for one, the last for the rest.
 */
export function fillWords(
  template: string,
  values: Readonly<Record<string, unknown>> = {},
  count?: number,
): string {
  const cases = template.split(' | ')
  const chosen = (count === 1 ? cases[0] : cases.at(-1)) ?? template
  return chosen.replace(/\{(\w+)\}/g, (_place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name] ?? '') : '',
  )
}
