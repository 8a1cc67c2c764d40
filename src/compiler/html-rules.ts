import type { StateBlock } from 'markdown-it'
import { attributeIn, isHarmless } from './inline-tags.ts'
import { isWithin, readContainer } from './markdown-rules.ts'
import { pushTable } from './markdown-table.ts'

const BLOCKS = 'div|p|center|section|article|header|footer|nav|main|figure|figcaption|blockquote|dl|dt|dd|h[1-6]'
const INLINES = 'span|font|a|picture|source|hr|br|img|small|b|strong|i|em|u|sub|sup|kbd|code|label'
/** A tag that only groups or places what stands in it. */
const GROUP = new RegExp(`^<\\/?(?:${BLOCKS}|${INLINES})(?=[\\s>/])`, 'i')
const BLOCK_TAGS = new RegExp(`^(?:<\\/?(?:${BLOCKS})(?:\\s[^<>]*)?>\\s*)+`, 'i')
/** A whole tag, as CommonMark has it. */
const TAG =
  /<(?:\/[a-z][a-z\d-]*\s*|[a-z][a-z\d-]*(?:\s+[a-z_:][\w:.-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?)>/gi
const HEADING = /^<h([1-6])(?:\s[^>]*)?>(.*?)<\/h\1>$/is
/** A table or a list in HTML goes over no more lines than these, and a paragraph over no more than those. */
const MOST_LINES = 2000
const MOST_WRAPPED = 20

/** Reads `<p align="center">`, `</div>`, `<center>Words</center>`, `<h2>Title</h2>`: the tags go, their words stay. */
export function groupRule(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const line = lineAt(state, start)
  if (!GROUP.test(line) || isIndented(state, start)) return false
  const isBlock = BLOCK_TAGS.test(line)
  const tags = line.match(TAG) ?? []
  const isOnlyTags = line.replace(TAG, '').trim() === '' && tags.every((tag) => isPlain(tag))
  // What begins with a bold word is a paragraph, and read as one; a line of such tags alone goes on with one.
  if (!isBlock && (!isOnlyTags || silent)) return false
  if (silent) return true
  state.line = start + 1
  if (isOnlyTags) {
    const pictures = line.match(/<img\s[^<>]*>/gi) ?? []
    const isShown = pictures.some((tag) => attributeIn(tag, 'alt') !== '')
    if (isShown) push(state, 'p', start, start + 1, line.replace(BLOCK_TAGS, ''))
    return true
  }
  const [, level, title = ''] = HEADING.exec(line) ?? []
  if (level !== undefined) {
    push(state, `h${level}`, start, start + 1, title.trim())
    return true
  }
  let text = line
  const isOpen = () => /^<p[\s>]/i.test(line) && !/<\/p\s*>/i.test(text)
  while (isOpen() && state.line < end && state.line - start < MOST_WRAPPED && !state.isEmpty(state.line)) {
    text += `\n${lineAt(state, state.line)}`
    state.line += 1
  }
  push(state, 'p', start, state.line, text.replace(BLOCK_TAGS, '').trim())
  return true
}

function isPlain(tag: string): boolean {
  return isHarmless(tag) || /^<(?:img|br)\b/i.test(tag)
}

/** Reads `<aside>` as a callout: so notes are exported in which some lines stood in a box. */
export function asideRule(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const opening = lineAt(state, start)
  if (!/^<aside(?:\s[^>]*)?>$/i.test(opening) || isIndented(state, start)) return false
  let close = start + 1
  while (close < end && isWithin(state, close) && !/^<\/aside\s*>$/i.test(lineAt(state, close))) close += 1
  if (close >= end || !isWithin(state, close)) return false
  if (silent) return true
  const [sign = ''] = /\p{Extended_Pictographic}/u.exec(lineAt(state, start + 1)) ?? []
  readContainer(state, { name: CALLOUTS.get(sign) ?? 'note', title: '' }, start, close)
  state.line = close + 1
  return true
}

/** What the picture of a box says of it. */
const CALLOUTS: ReadonlyMap<string, string> = new Map([
  ...[...'💡✨🎯'].map((sign) => [sign, 'tip'] as const),
  ...[...'⚠🚨❗🚫⛔'].map((sign) => [sign, 'warning'] as const),
  ...[...'🔑📌🧠'].map((sign) => [sign, 'remember'] as const),
])

/** Reads a table in HTML whose rows have as many cells each, and a list in HTML without another one in it. */
export function htmlListRule(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const [, name = ''] = /^<(table|ul|ol)(?:\s[^>]*)?>/i.exec(lineAt(state, start)) ?? []
  if (name === '' || isIndented(state, start)) return false
  const close = new RegExp(`</${name}\\s*>`, 'i')
  let line = start
  while (line < end && line - start < MOST_LINES && isWithin(state, line) && !close.test(lineAt(state, line))) line += 1
  if (line >= end || line - start >= MOST_LINES || !isWithin(state, line)) return false
  const html = state.getLines(start, line + 1, state.blkIndent, false)
  const isNested = (html.match(new RegExp(`<${name}[\\s>]`, 'gi')) ?? []).length > 1
  const isRead = !isNested && (name.toLowerCase() === 'table' ? hasRows(html) : /<li[\s>]/i.test(html))
  if (!isRead) return false
  if (silent) return true
  if (name.toLowerCase() === 'table') pushTable(state, rowsOf(html, start), start, line + 1)
  else pushList(state, html, start, line + 1, name.toLowerCase() === 'ol')
  state.line = line + 1
  return true
}

/** The words of a table or a list that is too entangled to be read as one: a line for each row. Null for other HTML. */
export function linesOfHtml(html: string): string | null {
  if (!/^<(?:table|ul|ol|pre)[\s>]/i.test(html)) return null
  return html
    .replace(/<\/t[dh]\s*>(?=\s*<t[dh][\s>])/gi, ' | ')
    .replace(/\s*<(?:\/tr|\/li|br\s*\/?)\s*>\s*/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/^\s*\n|[ \t]+$/gm, '')
    .trim()
}

interface Part {
  readonly content: string
  readonly tag: string
  /** How many lines below the first one it begins. */
  readonly below: number
}

/** The parts of some HTML: what stands between each `<tag>` and its end, or the next one. */
function partsOf(html: string, tags: string): readonly Part[] {
  const pattern = new RegExp(`<(${tags})(?:\\s[^>]*)?>(.*?)(?=<\\/?(?:${tags})[\\s>]|$)`, 'gis')
  return [...html.matchAll(pattern)].map((found) => {
    const [, tag = '', content = ''] = found
    return { content, tag: tag.toLowerCase(), below: html.slice(0, found.index).split('\n').length - 1 }
  })
}

function rowsIn(html: string): readonly (Part & { readonly cells: readonly Part[] })[] {
  return partsOf(html, 'tr').map((row) => ({ ...row, cells: partsOf(row.content, 'th|td') }))
}

function hasRows(html: string): boolean {
  if (/\s(?:row|col)span\s*=\s*["']?(?!1\b)\d/i.test(html)) return false
  const counts = new Set(rowsIn(html).map(({ cells }) => cells.length))
  return counts.size === 1 && !counts.has(0)
}

function rowsOf(html: string, start: number): { readonly cells: readonly string[]; readonly line: number }[] {
  const rows = rowsIn(html).map(({ cells, below }) => {
    return { cells: cells.map(({ content }) => content.replace(/\s+/g, ' ').trim()), line: start + below }
  })
  const [first] = rowsIn(html)
  if (first?.cells.some(({ tag }) => tag === 'th') === true) return rows
  // Without headings nothing says what the columns hold; the first row is no heading then.
  return [{ cells: Array<string>(first?.cells.length ?? 0).fill(''), line: start }, ...rows]
}

function pushList(state: StateBlock, html: string, start: number, end: number, isOrdered: boolean): void {
  const kind = isOrdered ? 'ordered_list' : 'bullet_list'
  const open = state.push(`${kind}_open`, isOrdered ? 'ol' : 'ul', 1)
  open.map = [start, end]
  const first = Number(attributeIn(html.slice(0, html.indexOf('>') + 1), 'start') || 1)
  if (isOrdered && Number.isInteger(first)) open.attrs = [['start', String(first)]]
  for (const { content, below } of partsOf(html, 'li')) {
    const line = start + below
    state.push('list_item_open', 'li', 1).map = [line, line + 1]
    push(state, 'p', line, line + 1, content.replace(/\s+/g, ' ').trim())
    state.push('list_item_close', 'li', -1)
  }
  state.push(`${kind}_close`, isOrdered ? 'ol' : 'ul', -1)
}

function push(state: StateBlock, tag: string, start: number, end: number, content: string): void {
  const kind = tag === 'p' ? 'paragraph' : 'heading'
  state.push(`${kind}_open`, tag, 1).map = [start, end]
  const inline = state.push('inline', '', 0)
  inline.content = content
  inline.children = []
  state.push(`${kind}_close`, tag, -1)
}

function isIndented(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) - state.blkIndent >= 4
}

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trim()
}
