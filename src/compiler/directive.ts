import type { TableKind } from '../model/topic.ts'

/** What an HTML comment in the notes asks of the compiler. */
export type Directive =
  | { readonly kind: 'objective'; readonly objective: string }
  | { readonly kind: 'table'; readonly table: TableKind }
  | { readonly kind: 'no-quiz' }
  | { readonly kind: 'unknown'; readonly message: string; readonly hint: string }

const TABLE_KINDS: readonly TableKind[] = ['relation', 'terms', 'scenarios', 'lists', 'ordered', 'contrast']

/**
 * Reads `<!-- objective: 5.1.3 -->`, `<!-- table: lists -->` or `<!-- no-quiz -->`.
 * Null for any other text or comment: people comment out parts of their notes.
 */
export function directiveOf(html: string): Directive | null {
  const comment = /^<!--\s*([\w-]+)\s*(?::\s*([^>]*?))?\s*-->$/.exec(html)
  const [, name = '', value] = comment ?? []
  switch (name.toLowerCase()) {
    case 'objective':
      return value === undefined ? null : { kind: 'objective', objective: value }
    case 'no-quiz':
      return { kind: 'no-quiz' }
    case 'table': {
      if (value === undefined) return null
      const table = TABLE_KINDS.find((kind) => kind === value.toLowerCase())
      if (table !== undefined) return { kind: 'table', table }
      const message = `There is no kind of table called “${value}”.`
      return { kind: 'unknown', message, hint: `Use ${TABLE_KINDS.join(', ')}.` }
    }
    default:
      return almost(html)
  }
}

const KIND = '(relation|term|scenario|list|ordered|contrast)s?'
/** What people write when they mean a comment for the compiler, and how it is written. */
const NEAR: readonly (readonly [RegExp, string])[] = [
  [/^(?:no[\s_]?quiz(?:zes)?|no-quizzes|quiz\s*[:=]\s*(?:no|off|false)|skip[\s_-]?quiz)$/i, '<!-- no-quiz -->'],
  [new RegExp(`^(?:table[\\s=_-]+|tables\\s*[:=\\s]\\s*)${KIND}$`, 'i'), '<!-- table: lists -->'],
  [/^(?:objectives?\s*[\s=]\s*|objectives\s*:\s*)\d+(?:\.\d+)+$/i, '<!-- objective: 5.1.3 -->'],
]

/** A comment that is almost one for the compiler: it would do nothing, and nobody would know why. */
function almost(html: string): Directive | null {
  const [, words = ''] = /^<!--\s*(.{1,60}?)\s*-->$/.exec(html) ?? []
  const meant = NEAR.find(([form]) => form.test(words))?.[1]
  if (meant === undefined) return null
  return { kind: 'unknown', message: `The comment “${words}” is not understood.`, hint: `Write it like this: ${meant}` }
}

/** A block of HTML, taken apart. `below` counts lines from the block's first. */
export interface Comments {
  readonly comments: readonly { readonly text: string; readonly below: number }[]
  /** Where a comment begins that never ends. */
  readonly unclosed: number | null
  /** What is left without the comments. */
  readonly rest: string
}

export function commentsIn(html: string): Comments {
  const comments: { text: string; below: number }[] = []
  let rest = ''
  let line = 0
  let start = 0
  // A pattern would look for the end anew from each beginning.
  for (let open = html.indexOf('<!--'); open >= 0; open = html.indexOf('<!--', start)) {
    rest += html.slice(start, open)
    line += linesIn(html.slice(start, open))
    const end = html.indexOf('-->', open + 2)
    if (end < 0) return { comments, unclosed: line, rest: (rest + html.slice(open)).trim() }
    const text = html.slice(open, end + 3)
    comments.push({ text, below: line })
    line += linesIn(text)
    start = end + 3
  }
  return { comments, unclosed: null, rest: (rest + html.slice(start)).trim() }
}

function linesIn(text: string): number {
  return text.split('\n').length - 1
}
