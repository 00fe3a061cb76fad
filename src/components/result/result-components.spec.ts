// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { nextTick, type Component } from 'vue'
import { testWords } from '../../../tests/unit/result-words'
import JsonTree from './JsonTree.vue'
import LitTable from './LitTable.vue'
import MarkdownText from './MarkdownText.vue'
import ScoreBars from './ScoreBars.vue'
import SpanText from './SpanText.vue'
import StreamedText from './StreamedText.vue'
import TranscriptView from './TranscriptView.vue'

function show(component: Component, props: Record<string, unknown>) {
  return mount(component, { props, global: { plugins: [testWords()] }, attachTo: document.body })
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))

describe('ScoreBars', () => {
  const labels = Array.from({ length: 20 }, (_, at) => ({ label: `l${at}`, score: at / 20 }))
  it('shows a dozen in the order given, and all on request', async () => {
    const bars = show(ScoreBars, { labels })
    expect(bars.findAll('[data-testid=score]')).toHaveLength(12)
    expect(bars.find('[data-testid=score]').text()).toBe('l00.0%')
    await bars.find('button[aria-expanded]').trigger('click')
    expect(bars.findAll('[data-testid=score]')).toHaveLength(20)
  })
})

describe('SpanText', () => {
  const text = 'Anna met Bob in Rome'
  const span = (label: string, start: number | null, end: number | null) => ({
    label,
    score: 0.5,
    word: start === null || end === null ? '##x' : text.slice(start, end),
    start,
    end,
  })
  const spans = [span('PER', 0, 4), span('PER', 9, 12), span('LOC', 16, 20), span('O', null, null)]

  it('keeps the text, also at offset 0, and lists what has no place', () => {
    const wrapper = show(SpanText, { text, spans })
    const runs = wrapper.findAll('.run')
    expect(runs.map((run) => run.text())).toEqual(['AnnaPER', 'BobPER', 'RomeLOC'])
    expect(wrapper.findAll('[data-testid=span]')).toHaveLength(4)
    expect(wrapper.text()).toContain('Without a place')
  })

  it('hides a label everywhere by its chip', async () => {
    const wrapper = show(SpanText, { text, spans })
    await wrapper.find('.filter-chips button').trigger('click')
    expect(wrapper.findAll('.run').map((run) => run.text())).toEqual(['RomeLOC'])
    expect(wrapper.findAll('[data-testid=span]')).toHaveLength(2)
    expect(wrapper.find('.span-runs').text()).toContain('Anna met Bob')
  })

  it('points at the same span in text and list, both ways', async () => {
    const wrapper = show(SpanText, { text, spans })
    await wrapper.findAll('.run')[1]?.trigger('pointerenter')
    expect(wrapper.find('[aria-selected=true]').text()).toContain('Bob')
    await wrapper.findAll('[data-testid=span]')[2]?.trigger('focus')
    expect(wrapper.find('.run.active').text()).toBe('RomeLOC')
    expect(wrapper.find('.detail').text()).toBe('LOC · Rome · 50.0% · 16–20')
  })

  it('is one stop of the Tab key in the text and one in each list', () => {
    const wrapper = show(SpanText, { text, spans })
    expect(wrapper.findAll('.run[tabindex="0"]')).toHaveLength(1)
    expect(wrapper.findAll('[role=option][tabindex="0"]')).toHaveLength(2)
  })
})

describe('JsonTree', () => {
  it('walks, opens and closes by keys', async () => {
    const tree = show(JsonTree, { value: { a: [1, 2], b: 'x' } })
    const items = () => tree.findAll('[role=treeitem]').map((item) => item.text())
    expect(items()).toHaveLength(5)
    await tree.find('[role=treeitem]').trigger('keydown', { key: 'ArrowDown' })
    await nextTick()
    await tree.find('[tabindex="0"]').trigger('keydown', { key: 'ArrowLeft' })
    expect(items()).toHaveLength(3)
    expect(tree.find('.foot code').text()).toBe('a')
  })

  it('shortens a long text and shows all of it on request', async () => {
    const tree = show(JsonTree, { value: ['word '.repeat(500)] })
    expect(tree.find('.value').text().length).toBeLessThan(300)
    await tree.find('.json-line .text-button').trigger('click')
    expect(tree.find('.value').text().length).toBeGreaterThan(2400)
  })
})

describe('StreamedText', () => {
  it('shows each token by the next frame, and keeps finished pieces as they are', async () => {
    const wrapper = show(StreamedText, { text: '', streaming: true })
    const seen = () => wrapper.find('[data-testid=generated-text]').element
    let text = ''
    for (let token = 0; token < 3000; token++) text += token % 9 ? 'word ' : 'end\n'
    await wrapper.setProps({ text: text.slice(0, 9000) })
    await frame()
    await nextTick()
    const first = seen().firstElementChild
    await wrapper.setProps({ text })
    await frame()
    await nextTick()
    expect(seen().textContent).toBe(text)
    expect(seen().firstElementChild).toBe(first)
    await wrapper.setProps({ text: `${text}!`, streaming: false })
    expect(seen().textContent).toBe(`${text}!`)
  })
})

describe('MarkdownText', () => {
  it('keeps the elements of finished blocks while the last one grows', async () => {
    const wrapper = show(MarkdownText, { text: 'one **two**\n\n', streaming: false })
    await expect.poll(() => wrapper.find('strong').exists()).toBe(true)
    await wrapper.setProps({ text: 'one **two**\n\nthree\n\n- fo' })
    const first = wrapper.find('p').element
    await wrapper.setProps({ text: 'one **two**\n\nthree\n\n- four\n\n```js\nlet a' })
    expect(wrapper.find('p').element).toBe(first)
    expect(wrapper.find('li').text()).toBe('four')
    expect(wrapper.find('pre').text()).toBe('let a')
  })
})

describe('LitTable', () => {
  it('tells lit cells in words', () => {
    const table = show(LitTable, {
      columns: ['a', 'b'],
      rows: [
        ['1', '2'],
        ['3', '4'],
      ],
      lit: [
        [1, 0],
        [1, 1],
      ],
    })
    const cells = table.findAll('[data-testid=lit-cell]').map((cell) => cell.text())
    expect(cells).toEqual(['3 (part of the answer)', '4 (part of the answer)'])
  })
})

describe('TranscriptView', () => {
  const chunks = [
    { text: ' a', start: 0, end: 2 },
    { text: ' b', start: 2, end: null },
  ]
  it('lights the piece that is heard and asks for its time on a click', async () => {
    const wrapper = show(TranscriptView, { text: ' a b', chunks, time: 2.5 })
    expect(wrapper.find('[aria-current]').text()).toContain('00:02.0 – open')
    await wrapper.find('[data-testid=chunk] button').trigger('click')
    expect(wrapper.emitted('seek')).toEqual([[0]])
  })
})
