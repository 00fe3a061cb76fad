/**
 * What is streamed: an answer with headings, paragraphs, lists, a table and code, told in pieces of a few letters as
 * models do. The same text at every run.
 */
const SECTION = (n) => `## ${n}. How a request travels

A **request** leaves the page as JSON and comes back as a *stream* of events. Each event holds a few letters; the page
appends them to what it has, and draws at most once a frame. Section ${n} says how \`fetch\` and the reader share the work,
and why a slow reader must not hold up a fast [source](https://example.org/${n}).

- the body is prepared and frozen
- the transport adds the credential at the last moment
  1. from the token store
  2. for this origin alone
- the reader feeds bytes to the parser

\`\`\`js
export async function read(response, onEvent) {
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return ${n}
    onEvent(decode(value))
  }
}
\`\`\`

| part | what it costs | grows |
|---|---:|---|
| parse | ${n} µs | no |
| fold | ${n * 2} µs | no |
| draw | one frame | no |

> Whatever grows with the length of the answer is paid again for every token of it.

`

const UNBROKEN = `It goes on and on in one paragraph, which a browser has to lay out anew whenever a word is added to it. `

const STYLES = {
  /** Pieces about as long as the tokens of an English text. */
  markdown: { section: SECTION, lengths: [4, 5, 3, 6, 1, 4, 7, 2, 5, 4] },
  /** Longer pieces: 8,000 of them make 100 KB without a line break. */
  unbroken: { section: () => UNBROKEN, lengths: [12, 13] },
}

/** The first `count` pieces of a text that has no end. */
export function pieces(style, count) {
  const { section, lengths } = STYLES[style]
  const taken = []
  let rest = ''
  for (let number = 1; taken.length < count;) {
    const length = lengths[taken.length % lengths.length]
    if (rest.length < length) rest += section(number++)
    taken.push(rest.slice(0, length))
    rest = rest.slice(length)
  }
  return taken
}

const line = (value) => `data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`

/** `count` chunks of a chat completion, as OpenAI, TGI and vLLM send them; the last gives a reason to finish. */
export function completionEvents(style, count) {
  const chunk = (delta, finish_reason = null) =>
    line({
      id: 'chatcmpl-7d21f0c4a9',
      object: 'chat.completion.chunk',
      created: 1735689600,
      model: 'bench/streamed',
      system_fingerprint: '3.3.4-native',
      choices: [{ index: 0, delta, logprobs: null, finish_reason }],
    })
  return [
    ...pieces(style, count - 1).map((content) => chunk({ role: 'assistant', content })),
    chunk({ content: '' }, 'stop') + line('[DONE]'),
  ]
}

/** `count` events of TGI's text generation; the last carries the whole text. */
export function generationEvents(style, count) {
  const texts = pieces(style, count)
  const event = (text, index, generated_text = null) =>
    line({
      index: index + 1,
      token: { id: 1000 + index, text, logprob: -0.25 - (index % 7) / 10, special: false },
      generated_text,
      details: generated_text && { finish_reason: 'length', generated_tokens: count, seed: null },
    })
  return texts.map((text, index) => event(text, index, index === count - 1 ? texts.join('') : null))
}
