/** What the library gives a message to fill its places with. */
interface MessageContext {
  readonly named: (key: string) => unknown
  /** The case that the count calls for. */
  readonly plural: (cases: string[]) => string
}

export type Message = (context: MessageContext) => string

/**
 * A text in vue-i18n's syntax, as far as our words use it: `{name}`, `{'@'}` for a sign that would mean something, and
 * cases by count between ` | `. With functions for messages the library's own compiler need not be loaded.
 */
export function message(text: string): Message {
  const [only = plain, ...others] = text.split(' | ').map(oneCase)
  if (others.length === 0) return only
  const cases = [only, ...others]
  return (context) => context.plural(cases.map((each) => each(context)))
}

const plain = () => ''
const PLACE = /\{\s*(?:'([^']*)'|([\w-]+))\s*\}/

function oneCase(text: string): Message {
  // Splitting keeps what the groups caught: text, literal, name, text, literal, name, ...
  const parts = text.split(PLACE)
  if (parts.length === 1) return () => text
  return ({ named }) =>
    parts
      .map((part, index) => (part !== undefined && index % 3 === 2 ? named(part) : part))
      .join('')
}
