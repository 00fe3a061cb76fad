import { findArithmetic } from './arithmetic'
import { askedSubject } from './facts'
import type { Rule } from './plan'
import { codeBlock, countingTable, countUpTo, namedThings, numberedList } from './shapes'

const images: Rule = ({ last }) => {
  if (last.images.length === 0) return undefined
  const what = last.images.map(({ bytes, width, height }) => {
    if (bytes === undefined) return '一张只有网址、我不会打开的图片'
    return `${bytes} 字节、${width === undefined ? '尺寸未知' : `${width} × ${height} 像素`}的图片`
  })
  return [
    [`你附上了 ${last.images.length} 张图片：`, `收到 ${last.images.length} 张图片：`],
    `${what.join('；')}。`,
    '我只会量图片，看不懂内容，因为我只是一组规则。',
  ]
}

const recall: Rule = ({ text, facts, before }) => {
  if (/我(?:刚才|刚刚|之前)?(?:说|问|写)了什么/.test(text)) {
    const said = before.at(-1)
    return [said === undefined ? '这是你的第一条消息。' : `你说过：“${said}”`]
  }
  const subject = askedSubject(text)
  if (subject === undefined) return undefined
  const fact = facts.get(subject)
  if (fact === undefined) return ['这个你还没有告诉我。']
  const answers: Readonly<Record<string, string>> = {
    name: `你叫${fact}。`,
    home: `你来自${fact}。`,
    likes: `你喜欢${fact}。`,
  }
  return [['你说过：', '我记得：'], answers[subject] ?? fact]
}

const learn: Rule = ({ newFacts }) => {
  const name = newFacts.get('name')
  if (name) return [[`很高兴认识你，${name}。`, `你好，${name}。`], '在这次对话里我会记住的。']
  const [, fact] = [...newFacts][0] ?? []
  return fact === undefined
    ? undefined
    : [['记住了。', '好的，我记下了。'], `说说看，${fact}对你意味着什么？`]
}

const count: Rule = ({ text }) => {
  const numbers = countUpTo(text)
  return numbers === undefined ? undefined : [numbers]
}

const arithmetic: Rule = ({ text }) => {
  const found = findArithmetic(text)
  return found ? [['', '我来算：', '很简单：'], `${found.expression} = ${found.value}`] : undefined
}

const table: Rule = ({ text }) =>
  /表格|列表格|做个表/.test(text)
    ? [
        ['这是我能数出来的：', '表格如下：'],
        `\n\n${countingTable(namedThings(text), ['名称', '字数', '元音'])}`,
      ]
    : undefined

const code: Rule = ({ text }) => {
  if (!/代码|函数|程序|脚本/.test(text)) return undefined
  const { language, block } = codeBlock(text)
  return [
    [`一小段 ${language}，处理你写的词：`, `这段 ${language} 会给你的词排序：`],
    `\n\n${block}\n\n`,
    '这只是按规则填好的模板。',
  ]
}

const list: Rule = ({ text }) =>
  /列出|列表|清单/.test(text)
    ? [['如下：', '依次是：'], `\n\n${numberedList(namedThings(text))}`]
    : undefined

const about: Rule = ({ text }) =>
  /taskscope|你是谁|你是什么|你会什么|你能做什么|帮助/i.test(text)
    ? [
        ['我是 Taskscope 的沙盒：', '和你说话的是 Taskscope 的沙盒：'],
        '一组规则，不是语言模型。Taskscope 是一个推理演练场，**每个任务一个页面**：选模型、给输入、看结果，再把请求作为代码带走。',
        ['我会：', '在这里我能：'],
        '\n\n- 计算，例如 `12 * (3 + 4)`\n- 写表格、列表或代码\n- 数到你要的数字\n- 记住你告诉我的事\n\n',
        '要和真正的模型对话，请连接 Hugging Face 或一个端点。',
      ]
    : undefined

const courtesies: readonly (readonly [RegExp, Rule])[] = [
  [
    /^(?:你好|您好|嗨|早上好|晚上好|下午好)/,
    ({ facts }) => [
      [`你好${facts.get('name') ?? ''}！`, '很高兴见到你。'],
      ['想聊点什么？', '我们试试什么？'],
    ],
  ],
  [/谢谢|多谢/, () => [['不客气。', '应该的。']]],
  [/^(?:再见|拜拜)/, () => [['再见！', '下次见。']]],
  [/几点|什么时间|星期几|几号/, () => [`现在是 ${new Date().toUTCString()}。`]],
]

const courtesy: Rule = (context) =>
  courtesies.find(([pattern]) => pattern.test(context.text))?.[1](context)

const reflections: readonly (readonly [RegExp, readonly [string, ...string[]]])[] = [
  [/我(?:觉得|感到|感觉)([^，。！？,.!?]+)/, ['为什么会觉得*？', '你常常觉得*吗？']],
  [/我想要?([^，。！？,.!?]+)/, ['要是能*，会有什么不同？', '为什么想*？']],
  [/因为([^，。！？,.!?]+)/, ['这是唯一的原因吗？', '如果*，接下来会怎样？']],
  [/为什么([^，。！？,.!?]+)/, ['你认为为什么*？', '什么能解释*？']],
]

const reflect: Rule = ({ text }) => {
  for (const [pattern, [first, ...others]] of reflections) {
    const rest = pattern.exec(text)?.[1]
    if (rest === undefined) continue
    const fill = (phrase: string) => phrase.replace('*', () => rest.replaceAll('我', '你'))
    return [[fill(first), ...others.map(fill)]]
  }
  return undefined
}

const echo: Rule = ({ text }) => [
  [`你写了 ${[...text.replace(/\s/g, '')].length} 个字。`, `“${text.slice(0, 20)}”，我明白了。`],
  ['请继续说。', '再多说一点吧。', '然后呢？'],
]

/** In this order; the last answers everything. */
export const chineseRules: readonly Rule[] = [
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
