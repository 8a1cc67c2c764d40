import { readRows } from './csv.ts'
import { wordsOf } from './html-text.ts'

/** A card of a text that Anki wrote. */
export interface AnkiEntry {
  /** Empty where the text names none. */
  readonly deck: string
  /** Empty where the text names none: "Basic (and reversed card)". */
  readonly noteType: string
  /** What its fields say in words, without those for Anki alone. */
  readonly fields: readonly string[]
}

export interface AnkiText {
  readonly entries: readonly AnkiEntry[]
  /** Pictures, sounds and films, which no notes hold. */
  readonly media: number
}

const SEPARATORS: Readonly<Record<string, string>> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  pipe: '|',
  colon: ':',
  space: ' ',
}

/** The line that a text for Anki begins with. A heading of Markdown has a blank there, and a tag has no colon. */
const FIRST_LINE =
  /^\uFEFF?#(?:separator:(?:tab|comma|semicolon|pipe|colon|space|[\t,;|: ])|html:(?:true|false)) *\r?$/im
const HEADER = /^#([a-z ]+):(.*?)\r?$/i
const SOUND = /\[sound:[^\]\n]{1,200}\]|\[anki:play:[^\]\n]{1,200}\]/g

/** Whether a text says in its first line that it is for Anki. */
export function isAnkiText(text: string): boolean {
  return FIRST_LINE.exec(text)?.index === 0
}

/** Reads a text that Anki exports ("Notes in Plain Text", "Cards in Plain Text") or that was written for it. */
export function readAnkiText(text: string): AnkiText {
  const headers = headersOf(text)
  const rows = readRows(text.replace(/^\uFEFF/, ''), separatorOf(headers), '#')
  const isHtml = headers.get('html')?.trim().toLowerCase() !== 'false'
  const column = (name: string): number => Number.parseInt(headers.get(`${name} column`) ?? '0', 10) - 1
  const own = new Set(['guid', 'deck', 'notetype', 'tags'].map(column))
  let media = 0
  const said = (cell: string): string => {
    const plain = cell.replace(SOUND, () => {
      media += 1
      return ''
    })
    if (!isHtml) return plain
    const words = wordsOf(plain)
    media += words.media
    return words.text
  }
  const entries = rows.map((row) => ({
    deck: row[column('deck')] ?? headers.get('deck') ?? '',
    noteType: row[column('notetype')] ?? headers.get('notetype') ?? '',
    fields: row.filter((_, index) => !own.has(index)).map(said),
  }))
  return { entries, media }
}

/** The settings at the top, by their names in small letters. */
function headersOf(text: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (text[at] === '#') {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, Math.min(end < 0 ? text.length : end, at + 500))
    const [, name = '', value = ''] = HEADER.exec(line) ?? []
    if (name !== '') headers.set(name.trim().toLowerCase(), value)
    if (end < 0) break
    at = end + 1
  }
  return headers
}

function separatorOf(headers: ReadonlyMap<string, string>): string {
  const named = headers.get('separator') ?? 'tab'
  const name = named.trim().toLowerCase()
  return Object.hasOwn(SEPARATORS, name) ? (SEPARATORS[name] ?? '\t') : named.charAt(0) || '\t'
}
