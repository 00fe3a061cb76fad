import { describe, expect, it } from 'vitest'
import { callTask } from '@/sandbox/lib/test-call'
import sandbox from './sandbox'

const repositories = {
  Repository: ['Transformers', 'Datasets', 'Tokenizers'],
  Stars: ['36542', '4512', '3934'],
  Contributors: ['651', '77', '34'],
  'Programming language': ['Python', 'Python', 'Rust, Python and NodeJS'],
}
const people = {
  Name: ['Ann', 'Bob', 'Cem'],
  City: ['Rome', 'Oslo', 'Rome'],
  Age: ['31', '45', '28'],
}

const ask = (query: string, table: unknown = repositories) =>
  callTask(sandbox, { inputs: { query, table } })

describe('table-question-answering sandbox', () => {
  it.each([
    [
      'How many stars does the transformers repository have?',
      repositories,
      'NONE',
      '36542',
      [[0, 1]],
    ],
    ['How many stars does the datasets repository have?', repositories, 'NONE', '4512', [[1, 1]]],
    [
      'What is the total number of stars?',
      repositories,
      'SUM',
      'SUM > 36542, 4512, 3934',
      [
        [0, 1],
        [1, 1],
        [2, 1],
      ],
    ],
    [
      'What is the average number of contributors?',
      repositories,
      'AVERAGE',
      'AVERAGE > 651, 77, 34',
      [
        [0, 2],
        [1, 2],
        [2, 2],
      ],
    ],
    ['Which repository has the most contributors?', repositories, 'NONE', 'Transformers', [[0, 0]]],
    ['Which repository has the fewest stars?', repositories, 'NONE', 'Tokenizers', [[2, 0]]],
    [
      'What is the programming language of Tokenizers?',
      repositories,
      'NONE',
      'Rust, Python and NodeJS',
      [[2, 3]],
    ],
    [
      'How many repositories are there?',
      repositories,
      'COUNT',
      'COUNT > Transformers, Datasets, Tokenizers',
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
    ],
    [
      'How many repositories have more than 4000 stars?',
      repositories,
      'COUNT',
      'COUNT > Transformers, Datasets',
      [
        [0, 0],
        [1, 0],
      ],
    ],
    [
      'How many people live in Rome?',
      people,
      'COUNT',
      'COUNT > Ann, Cem',
      [
        [0, 0],
        [2, 0],
      ],
    ],
    ['Who is the oldest?', people, 'NONE', 'Bob', [[1, 0]]],
    ['Where does Ann live?', people, 'NONE', 'Rome', [[0, 1]]],
    ['What is the age of Cem?', people, 'NONE', '28', [[2, 2]]],
    ['张三的年龄是多少', { 姓名: ['张三', '李四'], 年龄: ['20', '30'] }, 'NONE', '20', [[0, 1]]],
    ['谁的年龄最大', { 姓名: ['张三', '李四'], 年龄: ['20', '30'] }, 'NONE', '李四', [[1, 0]]],
  ])('%s', async (query, table, aggregator, answer, coordinates) => {
    expect(await ask(query, table)).toMatchObject({ aggregator, answer, coordinates })
  })

  it('follows the table: another cell, another answer', async () => {
    const changed = { ...repositories, Contributors: ['1', '77', '34'] }
    expect(await ask('Which repository has the most contributors?', changed)).toMatchObject({
      answer: 'Datasets',
      cells: ['Datasets'],
    })
  })

  it('selects nothing when nothing fits', async () => {
    expect(await ask('Is it raining?')).toEqual({
      answer: '',
      coordinates: [],
      cells: [],
      aggregator: 'NONE',
    })
  })

  it.each([
    ['', repositories],
    ['x', {}],
    ['x', { a: ['1'], b: ['1', '2'] }],
    ['x', { a: 'cells' }],
    ['x', null],
  ])('refuses %j over %j', async (query, table) => {
    await expect(ask(query, table)).rejects.toMatchObject({ status: 422 })
  })
})
