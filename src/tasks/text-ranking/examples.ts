import type { Example } from '@/core/task'
import type { Input } from './input'

export const examples: readonly Example<Input>[] = [
  {
    id: 'berlin',
    title: { en: 'Passages on Berlin', 'zh-CN': '关于柏林的段落' },
    input: {
      query: 'How many people live in Berlin?',
      texts: [
        'Berlin is well known for its museums.',
        'Berlin had a population of 3,520,031 registered inhabitants in an area of 891.82 square kilometers.',
        'In 2014, the city state Berlin had 37,368 live births (+6.6%), a record number since 1991.',
        'The urban area of Berlin comprised about 4.1 million people in 2014, making it the seventh most populous urban area in the European Union.',
        'The city of Paris had a population of 2,165,423 people within its administrative city limits as of January 1, 2019',
        'Berlin is subdivided into 12 boroughs or districts (Bezirke).',
      ],
      wire: 'auto',
    },
  },
  {
    id: 'deep-learning',
    title: { en: 'TEI /rerank', 'zh-CN': 'TEI /rerank 接口' },
    input: {
      query: 'What is Deep Learning?',
      texts: ['Deep Learning is not...', 'Deep learning is a branch of machine learning.'],
      wire: 'rerank',
    },
    parameters: { raw_scores: false },
    model: 'BAAI/bge-reranker-v2-m3',
  },
  {
    id: 'pair',
    title: { en: 'One pair', 'zh-CN': '单个文本对' },
    input: {
      query: 'Machine learning is so easy.',
      texts: ['Deep learning is so straightforward.'],
      wire: 'pairs',
    },
  },
  {
    id: 'chinese',
    title: { en: 'In Chinese', 'zh-CN': '中文' },
    input: {
      query: '柏林有多少人口？',
      texts: [
        '柏林以其众多的博物馆闻名。',
        '巴黎的人口约为二百一十六万。',
        '柏林的登记人口约有三百五十二万人。',
        '柏林分为十二个区。',
      ],
      wire: 'auto',
    },
    model: 'BAAI/bge-reranker-v2-m3',
  },
]
