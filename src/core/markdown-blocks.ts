import { continues } from './continues'

/** A Markdown text as top-level blocks. Only `open` changes while text is appended. */
export interface MarkdownSplit {
  /** Blocks that appended text can no longer change. The same array, grown, at every call. */
  readonly finished: readonly string[]
  /** The last block, still growing. */
  readonly open: string
  /** `open` begins with a code fence that is not closed yet: its language and its code so far. */
  readonly openFence?: { readonly language: string; readonly code: string }
}

export interface MarkdownSplitter {
  /** Splits `text`. Text that continues the one before costs what was added; any other text starts again. */
  readonly update: (text: string) => MarkdownSplit
}

interface Fence {
  readonly marker: string
  readonly indent: number
}

interface Scan {
  text: string
  /** Where the next unread line begins. */
  next: number
  /** Where the open block begins. */
  start: number
  /** A blank line stands before the next line, outside any fence. */
  blank: boolean
  list: boolean
  fence: Fence | undefined
}

const FENCE = /^(\s*)(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})(.*)$/
const HEADING = /^#{1,6}(\s|$)/
const LIST_ITEM = /^(?:[-*+]|\d{1,9}[.)])(\s|$)/

/**
 * Cuts where CommonMark starts a new top-level block whatever comes later: an unindented line after a blank one, a
 * heading, the line after a closed fence. Lists with blank lines between their items stay whole.
 */
export function createMarkdownSplitter(): MarkdownSplitter {
  let finished: string[] = []
  let scan = freshScan()

  function cutAt(position: number) {
    if (position <= scan.start) return
    const block = scan.text.slice(scan.start, position)
    if (block.trim() !== '') finished.push(block)
    scan.start = position
    scan.list = false
  }

  function readLine(line: string, position: number) {
    if (scan.fence) {
      if (!closes(scan.fence, line)) return
      const topLevel = scan.fence.indent === 0 && !scan.list
      scan.fence = undefined
      if (topLevel) cutAt(position + line.length + 1)
      return
    }
    if (line.trim() === '') {
      scan.blank = true
      return
    }
    if (startsBlock(line, scan)) cutAt(position)
    if (position === scan.start) scan.list = LIST_ITEM.test(line)
    scan.blank = false
    scan.fence = opens(line)
    if (scan.fence?.indent === 0 && !scan.list) cutAt(position)
  }

  return {
    update(text) {
      if (!continues(text, scan.text)) {
        finished = []
        scan = freshScan()
      }
      scan.text = text
      for (
        let end = text.indexOf('\n', scan.next);
        end !== -1;
        end = text.indexOf('\n', scan.next)
      ) {
        const position = scan.next
        scan.next = end + 1
        readLine(text.slice(position, end), position)
      }
      const open = text.slice(scan.start)
      return { finished, open, openFence: openFence(open, scan) }
    },
  }
}

function freshScan(): Scan {
  return { text: '', next: 0, start: 0, blank: false, list: false, fence: undefined }
}

function startsBlock(line: string, scan: Scan): boolean {
  if (HEADING.test(line)) return true
  if (!scan.blank || /^\s/.test(line)) return false
  return !(scan.list && LIST_ITEM.test(line))
}

function opens(line: string): Fence | undefined {
  const match = FENCE.exec(line)
  if (!match) return undefined
  const [, , marker = '', info = ''] = match
  // Backticks in the info string: inline code, not a fence.
  if (marker.startsWith('`') && info.includes('`')) return undefined
  return { marker, indent: line.indexOf(marker) }
}

function closes(fence: Fence, line: string): boolean {
  const trimmed = line.trim()
  const same = fence.marker.charAt(0).repeat(trimmed.length)
  return trimmed.length >= fence.marker.length && trimmed === same
}

function openFence(open: string, scan: Scan): MarkdownSplit['openFence'] {
  if (scan.fence?.indent !== 0 || scan.list) return undefined
  const firstEnd = open.indexOf('\n')
  const language = /^[`~]+\s*(\S*)/.exec(open.slice(0, firstEnd))?.[1] ?? ''
  return { language, code: open.slice(firstEnd + 1) }
}

/** What of the open block is to be parsed now, and what stands behind it as plain text until it is. */
export interface PacedBlock {
  readonly parsed: string
  readonly rest: string
}

/** Up to so many characters a block is parsed again at every change. */
const SMALL = 4000
/** A longer one has to grow by this factor first, so that all its parses together cost a bounded multiple of it. */
const GROWTH = 1.1

/** Spares a very long open block, such as one endless paragraph, from being parsed anew at every frame. */
export function createBlockPacer(): (block: string, streaming: boolean) => PacedBlock {
  let parsed = ''
  return (block, streaming) => {
    const due =
      !streaming ||
      block.length <= SMALL ||
      block.length >= parsed.length * GROWTH ||
      !continues(block, parsed)
    if (due) parsed = block
    return { parsed, rest: block.slice(parsed.length) }
  }
}
