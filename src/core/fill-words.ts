/** Words with their `{name}` places filled; a place without a value stays empty. */
export function fillWords(
  template: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => `${values[name] ?? ''}`)
}
