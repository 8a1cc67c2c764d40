import { clozeOf } from './cloze.ts'
import { slug } from './ids.ts'
import { plainText } from './inline.ts'
import type { Inline } from './inline.ts'
import type { Known } from './packed-facts.ts'
import type { Block, ListEntry, Row } from './topic.ts'

export type BlockOf<K extends Block['kind']> = Extract<Block, { readonly kind: K }>

type TableHead = Pick<BlockOf<'table'>, 'table' | 'header'>

/** What a table says of the facts of a cell. It is a guess: what is not so is sent with the fact. */
export function knownOfCell({ table, header }: TableHead, { cells, line }: Omit<Row, 'facts'>, column: number): Known {
  const [first = '', value = ''] = [cells[0], cells[column]].map((cell) => plainText(cell ?? []))
  const { words, set } = headOf(header)
  const [subjectLabel = '', heading = ''] = [words[0], words[column]]
  const shared = { line, set, subjectLabel }
  switch (table) {
    case 'lists':
      return { ...shared, kind: 'membership', subject: value, value: heading, lists: words }
    case 'contrast':
      return { ...shared, kind: 'relation', subject: heading, attribute: first, value }
    case 'terms':
      return { ...shared, kind: 'term', subject: first, attribute: 'means', value }
    case 'scenarios':
      return { ...shared, kind: 'scenario', subject: first, attribute: heading, value }
    case 'relation':
    case 'ordered':
      return { ...shared, kind: 'relation', subject: first, attribute: heading, value }
  }
}

const heads = new WeakMap<TableHead['header'], { readonly words: readonly string[]; readonly set: string }>()

/** The headings of a table as words: every cell asks for them. */
function headOf(header: TableHead['header']) {
  const before = heads.get(header)
  if (before !== undefined) return before
  const words = header.map(plainText)
  const head = { words, set: slug(words.join(' ')) }
  heads.set(header, head)
  return head
}

/** What an entry of a list says of its facts: its bold title is what they are about, or all of it is. */
export function knownOfEntry({ text, line }: Pick<ListEntry, 'text' | 'line'>): Known {
  const [title, next, ...others] = text
  if (title?.kind !== 'strong' || next?.kind !== 'text') return { line, subject: plainText(text), cloze: clozeOf(text) }
  const words = next.text.replace(/^\s*[:—–-]?\s*/, '')
  const rest: readonly Inline[] = words === '' ? others : [{ kind: 'text', text: words }, ...others]
  return { line, subject: plainText([title]).replace(/:$/, ''), value: plainText(rest), cloze: clozeOf(rest) }
}

/** What a callout says of its fact. */
export function knownOfCallout(
  { text, title, label, line }: Pick<BlockOf<'callout'>, 'text' | 'title' | 'label' | 'line'>,
  section: string,
): Known {
  const whole = text.flatMap((paragraph, index): readonly Inline[] =>
    index === 0 ? paragraph : [{ kind: 'text', text: ' ' }, ...paragraph],
  )
  const subject = title === '' ? section : title
  return {
    kind: 'concept',
    subject,
    attribute: label,
    value: plainText(whole),
    cloze: clozeOf(whole),
    set: slug(`${label} ${subject}`),
    line,
  }
}
