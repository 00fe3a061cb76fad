const words = (valence: number, list: string) =>
  list.split(/\s+/).map((word) => [word, valence] as const)

/** Valence of words, -3 to 3. */
export const lexicon: ReadonlyMap<string, number> = new Map([
  ...words(
    3,
    'love loves loved adore excellent amazing awesome wonderful fantastic perfect superb brilliant outstanding best masterpiece',
  ),
  ...words(
    2,
    'great good happy beautiful enjoy enjoyed enjoys delightful delicious impressive recommend lovely nice joy fun glad pleased charming friendly fast helpful exciting elegant smart win winner thank thanks grateful hope hopeful kind warm',
  ),
  ...words(
    1,
    'like likes liked fine okay ok decent interesting useful easy clean works worked better comfortable fresh calm safe solid cheap smile smiles laugh pretty well',
  ),
  ...words(
    -1,
    'slow boring dull expensive hard difficult confusing noisy late weak mediocre lacking lacks tired cold problem problems issue issues complain worse plain',
  ),
  ...words(
    -2,
    'bad sad angry ugly annoying annoyed disappointing disappointed disappointment broken poor fail fails failed failure dirty rude useless unhappy hurt wrong waste wasted cry pain painful fear afraid sorry unfortunately mess buggy stupid cheated',
  ),
  ...words(
    -3,
    'hate hates hated terrible horrible awful disgusting worst dreadful disaster nightmare pathetic garbage atrocious',
  ),
  ...words(3, '爱 完美 精彩 优秀 太棒 最好'),
  ...words(2, '喜欢 好 开心 高兴 漂亮 美丽 推荐 好吃 满意 棒 快乐 感谢 谢谢 舒服 感动'),
  ...words(1, '不错 可以 方便 有用 有趣 便宜 干净'),
  ...words(-1, '慢 无聊 贵 一般 麻烦 吵 冷'),
  ...words(-2, '坏 差 难过 生气 失望 难吃 脏 糟 错 伤心 没用 浪费 骗'),
  ...words(-3, '讨厌 恨 糟糕 恶心 垃圾 最差 可怕'),
])

export const negations = new Set(
  "not no never neither nor none nothing nobody without hardly barely cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't couldn't shouldn't ain't haven't hasn't 不 没 没有 别 无 未".split(
    ' ',
  ),
)

/** Factors by which the next word of feeling grows or shrinks. */
export const intensifiers: ReadonlyMap<string, number> = new Map([
  ...words(
    1.4,
    'very really so extremely absolutely totally incredibly truly completely utterly super 很 非常 太 特别 十分 真 超级 极其',
  ),
  ...words(0.6, 'slightly somewhat fairly rather little bit quite kinda 有点 稍微 比较'),
])

/** The words after these count for more than those before. */
export const contrasts = new Set(['but', 'however', 'yet', '但', '但是', '可是', '不过'])
