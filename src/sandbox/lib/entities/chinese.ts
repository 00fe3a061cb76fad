import type { Word } from '../tokens'
import type { Entity } from './find'
import { miscellaneous, organisations, places } from './gazetteer'
import type { Kind } from './kind'

const chinese = (list: ReadonlySet<string>) =>
  [...list].filter((name) => /\p{Script=Han}/u.test(name)).join('|')

const surname =
  '[王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]'

/** A pattern's first group is the name. */
const patterns: readonly (readonly [pattern: RegExp, kind: Kind, score: number])[] = [
  [/(\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日)/gu, 'DATE', 0.97],
  [new RegExp(`(${chinese(organisations)})`, 'gu'), 'ORG', 0.97],
  [/(\p{Script=Han}{2,6}?(?:公司|大学|银行|集团|医院|学院))/gu, 'ORG', 0.85],
  [new RegExp(`(${chinese(places)})`, 'gu'), 'LOC', 0.97],
  [/(?<=在|来自|去|到)(\p{Script=Han}{1,3}(?:省|市|县|区|镇|国))/gu, 'LOC', 0.85],
  [new RegExp(`(${chinese(miscellaneous)})`, 'gu'), 'MISC', 0.9],
  [
    new RegExp(
      `(?<=我叫|我是|名叫|他叫|她叫)(${surname}\\p{Script=Han}{1,2}?)(?=[，。！、,.!\\s]|$|住|在|来)`,
      'gu',
    ),
    'PER',
    0.93,
  ],
  [
    new RegExp(`(${surname}\\p{Script=Han}{0,2})(?=先生|女士|教授|老师|医生|总统)`, 'gu'),
    'PER',
    0.9,
  ],
]

/** Named entities of a Chinese text by lists, suffixes and the words around; none overlap, earlier patterns first. */
export function findChineseEntities(text: string): Entity[] {
  const found: Entity[] = []
  for (const [pattern, kind, score] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const word: Word = { text: match[0], start: match.index, end: match.index + match[0].length }
      const taken = found.some(({ words }) =>
        words.some((w) => w.start < word.end && word.start < w.end),
      )
      if (match[0] !== '' && !taken) found.push({ kind, score, words: [word] })
    }
  }
  return found.sort((one, other) => (one.words[0]?.start ?? 0) - (other.words[0]?.start ?? 0))
}
