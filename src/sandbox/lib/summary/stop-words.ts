/** Words that say nothing of what a text is about. */
const LISTS = [
  // English
  `a about above after again all also am an and any are as at be because been before being below
  between both but by can could did do does down during each few for from further had has have he
  her here hers him his how i if in into is it its just me more most my no nor not now of off on
  once only or other our out over own said same she should so some such than that the their them
  then there these they this those through to too under until up us very was we were what when
  where which while who whom why will with would you your`,
  // French
  `au aux avec ce ces cette dans de des du elle elles en est et il ils je la le les leur lui mais
  ne nous on ou où par pas plus pour que qui sa se ses son sont sur un une vous`,
  // German
  `aber als am auch auf aus bei bis das dass dem den der des die durch ein eine einem einen einer
  er es für hat ich ihr im ist mit nach nicht noch nur oder sein sich sie sind über um und von
  vor war wie wir wird zu zum zur`,
  // Spanish
  `al como con del el ella ellos entre era es esta este fue ha hay las lo los más muy para pero
  por se ser si sin sobre su sus también una uno y ya`,
  // Chinese, by character
  `的 了 是 在 和 有 我 他 她 它 们 这 那 也 就 都 而 及 与 着 或 一 个 上 下 不 为 以 于 之 到`,
]

export const stopWords: ReadonlySet<string> = new Set(LISTS.join(' ').split(/\s+/))
