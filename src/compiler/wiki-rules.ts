import type { StateBlock, StateInline } from 'markdown-it'

const BRACKET = 91
const BANG = 33
const EQUALS = 61
const PERCENT = 37
const CARET = 94

/**
 * Reads `[[Note]]`, `[[Note|words]]` and `[[Note#Part]]` as their words, and `![[picture.png]]` as a picture. Lists of
 * numbers in double brackets are none.
 */
export function wikiLinkRule(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  const isEmbed = src.charCodeAt(pos) === BANG
  if (src.charCodeAt(isEmbed ? pos + 1 : pos) !== BRACKET || src[pos - 1] === '[') return false
  const found = /^!?\[\[([^[\]|*`\n]{1,200})(?:\\?\|([^[\]\n]{1,200}))?\]\](?![(\]])/.exec(src.slice(pos, pos + 420))
  const [all = '', target = '', alias] = found ?? []
  if (all === '' || !/\p{L}/u.test(target) || pos + all.length > state.posMax) return false
  if (!silent) {
    const words = alias ?? nameOf(target)
    const isSize = isEmbed && /^\d+(?:x\d+)?$/.test(alias ?? '')
    state.push(isEmbed ? 'image' : 'text', '', 0).content =
      isEmbed && (alias === undefined || isSize) ? '' : words.trim()
  }
  state.pos += all.length
  return true
}

/** "folder/Note.md#Part" is shown as "Note > Part". */
function nameOf(target: string): string {
  const [note = '', ...parts] = target.split('#')
  const name = note.slice(note.lastIndexOf('/') + 1).replace(/\.md$/i, '')
  return [name, ...parts.filter((part) => !part.startsWith('^'))]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' > ')
}

/** Reads `==words==` as bold ones. `a == b` is none. */
export function highlightRule(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  if (src.charCodeAt(pos) !== EQUALS || src.charCodeAt(pos + 1) !== EQUALS) return false
  if (/[\p{L}\p{N}=]/u.test(src[pos - 1] ?? ' ') || /[\s=]/.test(src[pos + 2] ?? ' ')) return false
  const end = src.indexOf('==', pos + 2)
  const isEnd =
    end > 0 && end + 2 <= posMax && !/\s/.test(src[end - 1] ?? ' ') && !/[\p{L}\p{N}=]/u.test(src[end + 2] ?? ' ')
  if (!isEnd || src.slice(pos, end).includes('\n\n')) return false
  if (!silent) {
    state.push('strong_open', 'strong', 1)
    state.pos = pos + 2
    state.posMax = end
    state.md.inline.tokenize(state)
    state.posMax = posMax
    state.push('strong_close', 'strong', -1)
  }
  state.pos = end + 2
  return true
}

/** Leaves out a comment `%% … %%`, and the name of a block, ` ^name`, at the end of its line. */
export function hiddenRule(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  const sign = src.charCodeAt(pos)
  if (sign !== PERCENT && sign !== CARET) return false
  if (!/\s/.test(src[pos - 1] ?? ' ')) return false
  const hidden = sign === PERCENT ? /^%%[^%]+%%(?!\S)/ : /^\^[a-z\d-]{4,40}[ \t]*(?=\n|$)/i
  const [all = ''] = hidden.exec(src.slice(pos, Math.min(posMax, pos + 2000))) ?? []
  if (all === '' || (sign === CARET && pos === 0)) return false
  if (!silent) state.push('text', '', 0).content = ''
  state.pos += all.length
  return true
}

/** Leaves out a comment between two lines `%%`. */
export function hiddenBlockRule(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const lineAt = (line: number) =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trim()
  if (lineAt(start) !== '%%') return false
  let line = start + 1
  while (line < end && lineAt(line) !== '%%') line += 1
  if (line >= end) return false
  if (!silent) state.line = line + 1
  return true
}
