/** What a person said of themselves, by subject: `name`, `home`, `likes`, `job`, or `favourite <thing>`. */
export type Facts = ReadonlyMap<string, string>

const patterns: readonly (readonly [pattern: RegExp, subject: string])[] = [
  [/\bmy name is ([\p{L}][\p{L}'’ -]{0,30}?)(?=[.,!?;]|$| and | but )/iu, 'name'],
  [/\b(?:call me|i am called|i'm called) ([\p{L}][\p{L}'’-]{0,30})/iu, 'name'],
  [
    /\b[Ii](?: am|'m|’m) (?!(?:\p{Lu}\p{L}*(?:an|ish|ese|ch)|I|OK)\b)(\p{Lu}[\p{L}'’-]{1,30})(?=[.,!?;]|$| and | but )/u,
    'name',
  ],
  [/\bi(?: am|'m| come) from ([\p{L}][\p{L} '’-]{0,40}?)(?=[.,!?;]|$| and | but )/iu, 'home'],
  [/\bi live in ([\p{L}][\p{L} '’-]{0,40}?)(?=[.,!?;]|$| and | but )/iu, 'home'],
  [/\bi (?:work as|am working as) (?:an? )?([\p{L} -]{2,40}?)(?=[.,!?;]|$| and | but )/iu, 'job'],
  [/\bi (?:really )?(?:like|love|enjoy) ([^.,!?;]{2,60})/iu, 'likes'],
  [/我叫\s*([\p{L}]{1,8}?)(?=[，。！？,.!?\s]|$)/u, 'name'],
  [/我的名字(?:是|叫)\s*([\p{L}]{1,8}?)(?=[，。！？,.!?\s]|$)/u, 'name'],
  [
    /我是\s*(?!一|个|谁|学生|老师|中国人)(小?\p{Script=Han}{1,3}?|\p{Lu}\p{L}{1,20})(?=[，。！？,.!?\s]|$)/u,
    'name',
  ],
  [/我(?:来自|住在)\s*([\p{L}]{1,12}?)(?=[，。！？,.!?\s]|$)/u, 'home'],
  [/我(?:喜欢|爱)\s*([^，。！？,.!?\s]{1,20})/u, 'likes'],
]

/** Facts of the messages in their order; a later one replaces an earlier. Questions state nothing. */
export function factsOf(texts: readonly string[]): Facts {
  const facts = new Map<string, string>()
  for (const sentence of texts.flatMap(
    (text) => text.match(/[^.!?。！？\n]+[.!?。！？]*/g) ?? [],
  )) {
    if (/[?？]\s*$/.test(sentence)) continue
    for (const [pattern, subject] of patterns) {
      const said = pattern.exec(sentence)?.[1]?.trim()
      if (said) facts.set(subject, said)
    }
    const favourite = /\bmy favou?rite ([\p{L} ]{2,20}?) is ([^.,!?;]{2,40})/iu.exec(sentence)
    if (favourite?.[1] && favourite[2]) {
      facts.set(`favourite ${favourite[1].toLowerCase()}`, favourite[2].trim())
    }
  }
  return facts
}

/** The subject that a question asks back, or undefined. */
export function askedSubject(text: string): string | undefined {
  const favourite = /\bwhat(?: is|'s) my favou?rite ([\p{L} ]{2,20})/iu.exec(text)
  if (favourite?.[1]) return `favourite ${favourite[1].trim().toLowerCase()}`
  if (/\bmy name\b.*\?|\bwho am i\b|我叫什么|我是谁|我的名字是什么/i.test(text)) return 'name'
  if (/\bwhere (?:am i from|do i (?:live|come from))|我(?:来自|住在)哪/i.test(text)) return 'home'
  if (/\bwhat do i (?:like|love|enjoy)|我喜欢什么|我爱什么/i.test(text)) return 'likes'
  if (/\bwhat(?: is|'s) my (?:job|work)|\bwhat do i do\b/i.test(text)) return 'job'
  return undefined
}
