import { findArithmetic } from './arithmetic'
import { askedSubject } from './facts'
import type { TalkImage } from './messages'
import type { Rule } from './plan'
import { codeBlock, countingTable, countUpTo, mirror, namedThings, numberedList } from './shapes'

const imageWords = ({ bytes, width, height }: TalkImage): string => {
  if (bytes === undefined) return 'one by its address, which I do not open'
  const pixels = width === undefined ? 'of unknown dimensions' : `${width} × ${height} pixels`
  return `one of ${bytes.toLocaleString('en')} bytes, ${pixels}`
}

const images: Rule = ({ last }) => {
  const count = last.images.length
  if (count === 0) return undefined
  const what = last.images.map(imageWords).join('; ')
  return [
    [
      `You attached ${count === 1 ? 'one picture' : `${count} pictures`}: `,
      `I got ${count} picture${count === 1 ? '' : 's'}: `,
    ],
    `${what}. `,
    [
      'I can measure pictures, not see them: I am a set of rules.',
      'What they show I cannot tell, being rules and no model.',
    ],
  ]
}

const recall: Rule = ({ text, facts, before }) => {
  if (/\bwhat did i (?:say|ask|write)\b|\brepeat what i said/i.test(text)) {
    const said = before.at(/\bfirst\b/i.test(text) ? 0 : -1)
    return [said === undefined ? 'That was your first message.' : `You said: “${said}”`]
  }
  const subject = askedSubject(text)
  if (subject === undefined) return undefined
  const fact = facts.get(subject)
  if (fact === undefined) return ['You have not told me that yet.']
  const answers: Readonly<Record<string, string>> = {
    name: `Your name is ${fact}.`,
    home: `You told me: ${fact}.`,
    likes: `You like ${mirror(fact)}.`,
    job: `You work as ${fact}.`,
  }
  return [
    ['As you said: ', 'You mentioned it earlier. '],
    answers[subject] ?? `Your ${subject} is ${fact}.`,
  ]
}

const learn: Rule = ({ newFacts, text }) => {
  const name = newFacts.get('name')
  if (name && text.length < 60)
    return [
      [`Nice to meet you, ${name}. `, `Hello, ${name}. `],
      'I will remember it for this conversation.',
    ]
  const [subject, fact] = [...newFacts][0] ?? []
  if (subject === undefined || fact === undefined || text.length > 120) return undefined
  return [['I will keep that in mind. ', 'Noted. '], `What is it about ${mirror(fact)}?`]
}

const count: Rule = ({ text }) => {
  const numbers = countUpTo(text)
  return numbers === undefined ? undefined : [numbers]
}

const arithmetic: Rule = ({ text }) => {
  const found = findArithmetic(text)
  if (!found) return undefined
  return [['', 'Let me see: ', 'That is easy: '], `${found.expression} = ${found.value}`]
}

const table: Rule = ({ text }) => {
  if (!/\btable\b/i.test(text)) return undefined
  const things = namedThings(text)
  return [
    ['Here is what I can count:', 'A table, as you wish:'],
    `\n\n${countingTable(things, ['Thing', 'Letters', 'Vowels'])}`,
  ]
}

const code: Rule = ({ text }) => {
  if (!/\b(code|function|script|program|snippet)\b/i.test(text)) return undefined
  const { language, block } = codeBlock(text)
  return [
    [
      `A little ${language} over the words of your request:`,
      `This ${language} sorts what you wrote:`,
    ],
    `\n\n${block}\n\n`,
    ['I only know how to fill in a template.', 'It is a template, filled in by a rule.'],
  ]
}

const list: Rule = ({ text }) => {
  if (!/\b(?:lists?|enumerate|bullets?)\b/i.test(text)) return undefined
  return [['Here they are:', 'In order:'], `\n\n${numberedList(namedThings(text))}`]
}

const about: Rule = ({ text }) => {
  if (
    !/\btaskscope\b|\bwho are you\b|\bwhat are you\b|\bwhat can you do\b|\bare you (?:an? )?(?:ai|model|human|robot|bot)\b|^help\b/i.test(
      text,
    )
  )
    return undefined
  return [
    ['I am the sandbox of Taskscope: ', 'You are talking to the sandbox of Taskscope: '],
    'a set of rules, not a language model. ',
    'Taskscope is a playground for inference, with **one page per task**: you choose a model, give it an input, look at what it saw, and take the request away as code. ',
    ['Here I can:', 'What I do:'],
    '\n\n- calculate, for example `12 * (3 + 4)`\n- write a table, a list or some code\n- count to a number of your choice\n- remember what you tell me about yourself\n\n',
    [
      'Connect to Hugging Face or an endpoint to talk to a real model.',
      'A real model is one connection away.',
    ],
  ]
}

const courtesies: readonly (readonly [RegExp, Rule])[] = [
  [
    /^\s*(?:hi|hello|hey|good (?:morning|evening|afternoon)|greetings)\b/i,
    ({ facts }) => {
      const name = facts.get('name')
      const whom = name ? `, ${name}` : ''
      return [
        [`Hello${whom}! `, `Hi${whom}! `, `Good to see you${whom}. `],
        ['What shall we try?', 'What is on your mind?', 'How can I help?'],
      ]
    },
  ],
  [/\b(?:thanks|thank you)\b/i, () => [['You are welcome.', 'My pleasure.', 'Any time.']]],
  [/^\s*(?:bye|goodbye|see you)\b/i, () => [['Goodbye!', 'See you soon.', 'Until next time.']]],
  [
    /\bhow are you\b/i,
    () => [['All my rules are in order, thank you. ', 'As well as rules can be. '], 'And you?'],
  ],
  [/\bwhat (?:time|day|date)\b/i, () => [`It is ${new Date().toUTCString()}.`]],
]

const courtesy: Rule = (context) =>
  courtesies.find(([pattern]) => pattern.test(context.text))?.[1](context)

const reflections: readonly (readonly [RegExp, readonly [string, ...string[]]])[] = [
  [
    /\bi (?:feel|am feeling) ([^.!?]+)/i,
    ['What makes you feel *?', 'How long have you felt *?', 'Do you often feel *?'],
  ],
  [/\bi (?:need|want) ([^.!?]+)/i, ['What would it change to have *?', 'Why do you want *?']],
  [/\bi(?: am|'m) ([^.!?]+)/i, ['How long have you been *?', 'What does it mean to you to be *?']],
  [/\bbecause ([^.!?]+)/i, ['Is that the only reason?', 'If *, what follows from it?']],
  [
    /\bcan you ([^.!?]+)/i,
    [
      'I can only follow rules; to * would need a model.',
      'To * is beyond my rules. Try “help” to see what I do.',
    ],
  ],
  [/\bwhy ([^.!?]+)/i, ['Why do you think *?', 'What would explain *?']],
  [/\bmy ([^.!?]+)/i, ['Tell me more about your *.', 'What else comes to mind about your *?']],
  [
    /^(?:what|who|where|when|how|which)\b([^.!?]+)/i,
    [
      'I have no knowledge to answer that from; a model on Hugging Face may have it. What do you think?',
      'That needs a model, and I am rules. Why do you ask?',
    ],
  ],
]

const reflect: Rule = ({ text }) => {
  for (const [pattern, [first, ...others]] of reflections) {
    const rest = pattern.exec(text)?.[1]
    if (rest === undefined) continue
    const fill = (phrase: string) => phrase.replace('*', () => mirror(rest.trim()))
    return [[fill(first), ...others.map(fill)]]
  }
  return undefined
}

const echo: Rule = ({ text, before }) => {
  const words = text.match(/[\p{L}\p{N}'’-]+/gu) ?? []
  if (words.length === 0) return [['Say something, and I will answer.', 'I am listening.']]
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '')
  return [
    [
      `You wrote ${words.length === 1 ? 'one word' : `${words.length} words`}; “${longest}” stands out. `,
      `“${longest}”: I see. `,
    ],
    before.length > 0
      ? [`Does it have to do with “${before.at(-1)?.slice(0, 60) ?? ''}”?`, 'Please go on.']
      : ['Tell me more.', 'Please go on.', 'What about it?'],
  ]
}

/** In this order; the last answers everything. */
export const englishRules: readonly Rule[] = [
  images,
  recall,
  count,
  arithmetic,
  table,
  code,
  list,
  about,
  courtesy,
  learn,
  reflect,
  echo,
]
