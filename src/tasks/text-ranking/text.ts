import type { Words } from '@/locales/words'

const en = {
  query: 'Query',
  texts: 'Texts',
  wire: 'Request',
  auto: 'Automatic',
  pairs: 'Pairs',
  rerank: 'TEI /rerank',
  autoHint: 'Pairs, or TEI’s body where an endpoint’s URL ends with /rerank.',
  pairsHint: 'A list of [query, text].',
  rerankHint: 'query and texts; /rerank is added to an endpoint’s URL.',
  rankedFor: 'Ranked for',
  leftOut: 'The service gave no score for the other texts.',
}

export default {
  en,
  'zh-CN': {
    query: '查询',
    texts: '文本',
    wire: '请求格式',
    auto: '自动',
    pairs: '文本对',
    rerank: 'TEI /rerank 接口',
    autoHint: '默认发送文本对；端点 URL 以 /rerank 结尾时使用 TEI 格式。',
    pairsHint: '[查询, 文本] 的列表。',
    rerankHint: '发送 query 和 texts；会在端点 URL 后加上 /rerank。',
    rankedFor: '排序依据：',
    leftOut: '服务没有给其余文本打分。',
  } satisfies Words<typeof en>,
}
