import type { StateBlock, StateInline } from 'markdown-it'

/** Blocks that stand deeper in others than this are kept as they are written: the parser would drop them. */
const DEEPEST = 90
const DOLLAR = 36
const TILDE = 126
const SUMMARY_END = '</summary>'
/** An address between angles is none, nor is “1 < 2”. */
const TAG = /<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>/gi
/** The words of a summary may run over so many lines. */
const MOST_SUMMARY_LINES = 4

/** Keeps the text of what is nested too deep to be read. */
export function depthRule(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (silent || state.level < DEEPEST) return false
  let line = start
  while (line < end && (state.isEmpty(line) || (state.sCount[line] ?? 0) >= state.blkIndent)) line += 1
  line = Math.max(line, start + 1)
  pushCode(state, start, line, '', state.getLines(start, line, state.blkIndent, true))
  return true
}

/** Reads `::: name title` up to `:::`, with the blocks in between. */
export function containerRule(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const opening = lineAt(state, start)
  if (!opening.startsWith(':::') || isIndented(state, start)) return false
  const [, colons = '', name = '', title = ''] = /^(:{3,})\s*\{?\.?([\w-]+)\}?\s*(.*)$/.exec(opening) ?? []
  if (name === '') return false
  if (silent) return true
  let line = start + 1
  let depth = 1
  for (; line < end && isWithin(state, line); line += 1) {
    const text = lineAt(state, line)
    if (!text.startsWith(':::')) continue
    if (/^:{3,}$/.test(text)) depth -= text.length >= colons.length ? 1 : 0
    else depth += 1
    if (depth === 0) break
  }
  readContainer(state, { name, title: title.trim() }, start, line)
  // What is never closed ends with the block that it stands in.
  state.line = depth === 0 ? line + 1 : line
  return true
}

/** Reads what stands between two lines as the content of a container. */
export function readContainer(
  state: StateBlock,
  { name, title }: { readonly name: string; readonly title: string },
  start: number,
  close: number,
): void {
  const open = state.push('container_open', 'div', 1)
  open.attrs = [
    ['name', name],
    ['title', title],
  ]
  open.map = [start, close]
  const { parentType, lineMax } = state
  state.parentType = 'container'
  state.lineMax = close
  state.md.block.tokenize(state, start + 1, close)
  state.parentType = parentType
  state.lineMax = lineMax
  state.push('container_close', 'div', -1)
}

/** Reads the tags of `<details>` away: its summary is a bold paragraph, its content stands below. */
export function detailsRule(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (isIndented(state, start)) return false
  const first = lineAt(state, start)
  if (!/^<\/?(?:details|summary)[\s>]/i.test(first)) return false
  let line = start + 1
  let html = first
  const isOpen = () => /<summary[\s>]/i.test(html) && !html.toLowerCase().includes(SUMMARY_END)
  while (isOpen() && line < end && line - start < MOST_SUMMARY_LINES) {
    html += ` ${lineAt(state, line)}`
    line += 1
  }
  if (isOpen() || !html.includes('>')) return false
  if (silent) return true
  const body = html.replace(/<\/?details(?:\s[^<>]*)?>/gi, '')
  const close = body.toLowerCase().indexOf(SUMMARY_END)
  const summary = close < 0 ? '' : body.slice(0, close).replace(TAG, '').trim()
  const rest = (close < 0 ? body : body.slice(close + SUMMARY_END.length)).trim()
  if (/^<details[\s>]/i.test(first)) state.push('details_open', '', 0).map = [start, line]
  if (summary !== '') pushParagraph(state, start, line, summary, true)
  if (rest !== '') pushParagraph(state, start, line, rest, false)
  if (/<\/details\s*>/i.test(html)) state.push('details_close', '', 0)
  state.line = line
  return true
}

/** Reads a formula that stands between two lines `$$` as a figure. */
export function formulaRule(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if (lineAt(state, start) !== '$$' || isIndented(state, start)) return false
  let line = start + 1
  while (line < end && isWithin(state, line) && lineAt(state, line) !== '$$') line += 1
  if (line >= end || !isWithin(state, line)) return false
  if (!silent) pushCode(state, start, line + 1, 'math', state.getLines(start + 1, line, state.blkIndent, true))
  return true
}

/** Keeps a formula as it is written: `$a_1 * b_1$` has no emphasis in it. Amounts such as $5 and $10 are none. */
export function mathRule(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  if (src.charCodeAt(pos) !== DOLLAR) return false
  const mark = src.charCodeAt(pos + 1) === DOLLAR ? '$$' : '$'
  const start = pos + mark.length
  if (/\s/.test(src[start] ?? ' ')) return false
  const close = closingDollar(state, start, mark)
  if (close < 0 || close >= posMax) return false
  if (!silent) state.push('text', '', 0).content = src.slice(pos, close + mark.length)
  state.pos = close + mark.length
  return true
}

/** Three or more tildes strike nothing through; they stand for themselves. */
export function tildesRule(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  let end = pos
  while (end < posMax && src.charCodeAt(end) === TILDE) end += 1
  if (end - pos < 3) return false
  if (!silent) state.push('text', '', 0).content = src.slice(pos, end)
  state.pos = end
  return true
}

function closingDollar({ src, cache, posMax }: StateInline, start: number, mark: string): number {
  // Where none was found before, none will be: without this a line of opening dollars would be searched again and again.
  const memo = mark.length === 1 ? -1 : -2
  if ((cache[memo] ?? posMax) < start) return -1
  for (let at = src.indexOf(mark, start); at >= 0 && at < posMax; at = src.indexOf(mark, at + mark.length)) {
    const isEnd = at > start && !/[\s\\]/.test(src[at - 1] ?? '') && !/\d/.test(src[at + mark.length] ?? '')
    if (isEnd) return at
  }
  if (posMax === src.length) cache[memo] = start - 1
  return -1
}

/** Whether a line belongs to the entry of a list that is being read; an empty one may. */
export function isWithin(state: StateBlock, line: number): boolean {
  return state.isEmpty(line) || (state.sCount[line] ?? 0) >= state.blkIndent
}

function isIndented(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) - state.blkIndent >= 4
}

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trim()
}

function pushCode(state: StateBlock, start: number, end: number, info: string, content: string): void {
  const token = state.push('fence', 'code', 0)
  token.info = info
  token.content = content
  token.map = [start, end]
  state.line = end
}

function pushParagraph(state: StateBlock, start: number, end: number, content: string, isBold: boolean): void {
  const open = state.push('paragraph_open', 'p', 1)
  open.map = [start, end]
  if (isBold) open.attrs = [['bold', '']]
  const inline = state.push('inline', '', 0)
  inline.content = content
  inline.children = []
  state.push('paragraph_close', 'p', -1)
}
