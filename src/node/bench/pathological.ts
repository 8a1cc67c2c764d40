/** A text that costs a careless reader of Markdown far more than its length. */
export interface Pathological {
  readonly name: string
  /** About `n` marks or lines, so its length grows as `n` does. The word “kept” stands where one must read it. */
  readonly make: (n: number) => string
}

/** What is repeated, and what stands before and behind all of it. A piece of some lines counts for so many. */
const runs = (piece: string, before = '', after = ' kept'): Pathological['make'] => {
  return (n) => `${before}${piece.repeat(n / linesOf(piece))}${after}\n`
}

/** Opened so many times, and closed as many times. */
const nested = (open: string, close: string): Pathological['make'] => {
  return (n) => `${open.repeat(n)}kept${close.repeat(n)}\n`
}

/** Each piece knows its number. */
const numbered = (line: (index: number) => string, before = '', after = '\nkept\n'): Pathological['make'] => {
  return (n) => {
    const length = Math.ceil(n / linesOf(`${line(0)}\n`))
    return `${before}${Array.from({ length }, (_, index) => line(index)).join('\n')}\n${after}`
  }
}

/** The same, in one line. */
const inLine = (piece: (index: number) => string): Pathological['make'] => {
  return (n) => `${Array.from({ length: n }, (_, index) => piece(index)).join(' ')} kept\n`
}

/** What grows as it is repeated, as often as its whole length allows: the sum of 1 to m is about m² / 2. */
const growing = (piece: (size: number) => string, after = ' kept'): Pathological['make'] => {
  return (n) => {
    const pieces = Array.from({ length: Math.ceil(Math.sqrt(2 * n)) }, (_, index) => piece(index + 1))
    return `${pieces.join('')}${after}\n`
  }
}

/** Kinds that are known to bring Markdown parsers to their knees: marks within a paragraph. */
const INLINE: readonly Pathological[] = [
  { name: 'nested emphasis', make: nested('*a **a ', ' a** a*') },
  { name: 'emphasis that is only opened', make: runs('_a ') },
  { name: 'emphasis that is only closed', make: runs('a_ ') },
  { name: 'emphasis whose ends do not match', make: runs('*a_ ') },
  { name: 'stars in threes', make: runs('c* ', 'a***b**') },
  { name: 'one run of stars', make: nested('*', '*') },
  { name: 'a run of stars and lines', make: runs('*_') },
  { name: 'strike-through that is only opened', make: runs('~~a ') },
  { name: 'strike-through of one and two', make: runs('~a~~ ') },
  { name: 'brackets that are only opened', make: runs('[a') },
  { name: 'brackets that are only closed', make: runs('a]') },
  { name: 'nested brackets', make: nested('[', ']') },
  { name: 'nested links', make: nested('[a ', '](b)') },
  { name: 'nested pictures', make: nested('![a ', '](b)') },
  { name: 'links without an end', make: runs('[a](<b') },
  { name: 'links without a closing bracket', make: runs('[a](b') },
  { name: 'links that begin in links', make: runs('[ (](') },
  { name: 'pictures of links', make: runs('![[]()') },
  { name: 'parentheses in the target of a link', make: runs('(', '[a](b', ' kept') },
  { name: 'backslashes in the target of a link', make: runs('\\', '[a](', ' kept') },
  { name: 'brackets and emphasis that cross', make: runs('[*a](b_ ') },
  { name: 'double angles', make: runs('<<') },
  { name: 'addresses without an end', make: runs('<a:b') },
  { name: 'tags without an end', make: runs('<a b="c ') },
  { name: 'declarations without an end', make: runs('<!A ', 'x ') },
  { name: 'instructions without an end', make: runs('<?', 'x ') },
  { name: 'comments without an end in a line', make: runs('<!-- ', 'x ') },
  { name: 'sections of characters without an end', make: runs('<![CDATA[', 'x ') },
  { name: 'backticks in growing runs', make: growing((size) => `e${'`'.repeat(size)}`) },
  { name: 'backticks that do not match', make: runs('`a``') },
  { name: 'tags in a line', make: inLine((index) => `<a${index}>`) },
  { name: 'comments in a line', make: inLine((index) => `a <!-- objective: ${index} -->`) },
  { name: 'links in a line that are left out', make: inLine((index) => `[a](x:${index})`) },
  { name: 'pictures in a line', make: inLine((index) => `![a${index}](b)`) },
  { name: 'footnotes in a line that are not defined', make: inLine((index) => `a[^${index}]`) },
  { name: 'escaped footnotes in a line', make: inLine((index) => `\\[^${index}] \\[^${index}\\]`) },
  { name: 'ampersands', make: runs('&') },
  { name: 'entities without an end', make: runs('&#x') },
  { name: 'backslashes', make: runs('\\ ') },
  { name: 'hard breaks', make: runs('a  \n') },
  { name: 'breaks in HTML', make: runs('a<br>') },
  { name: 'dollars', make: runs('$a ') },
  { name: 'pairs of dollars', make: runs('$$a ') },
  { name: 'dollars in links', make: runs('[$a](b) ') },
]

/** The like among blocks. */
const BLOCKS: readonly Pathological[] = [
  { name: 'nested quotations', make: runs('> ', '', 'kept') },
  { name: 'nested lists on one line', make: runs('- ', '', 'kept') },
  { name: 'nested quotations and lists', make: runs('> 1. ', '', 'kept') },
  { name: 'nested lists on lines of their own', make: growing((size) => `${' '.repeat(size * 2)}- a\n`, '\nkept') },
  { name: 'quotations that go on lazily', make: runs('> > a\nb\n') },
  { name: 'entries without words', make: runs('-\n', '', '\nkept') },
  { name: 'entries far apart', make: runs('- a\n\n\n', '', '\nkept') },
  { name: 'lists that end at once', make: runs('- a\n1. b\n', '', '\nkept') },
  { name: 'fences without an end', make: runs('```\na\n~~~\n', '', 'kept') },
  { name: 'headings', make: runs('## a\n### b\n', '# T\n', '\nkept') },
  { name: 'headings deeper and shallower', make: numbered((index) => `${'#'.repeat((index % 6) + 1)} a`) },
  { name: 'lines under headings', make: runs('a\n---\n', '', '\nkept') },
  { name: 'reference definitions', make: numbered((index) => `[a${index}]: b`) },
  { name: 'a reference that is defined again and again', make: runs('[a]: b\n', '[a]\n\n', '\nkept') },
  { name: 'references that are not defined', make: numbered((index) => `[a${index}][b${index}]`) },
  { name: 'a reference definition without an end', make: runs('[\n', '[a]: b "', 'kept') },
  { name: 'blocks of HTML', make: runs('<div>\n\n', '', 'kept') },
  { name: 'comments without an end', make: runs('<!--\n\n', '', 'kept') },
  {
    name: 'tables of many columns',
    make: (n) => `|${' a |'.repeat(n)}\n|${'-|'.repeat(n)}\n|${' kept |'.repeat(n)}\n`,
  },
  { name: 'tables of many columns and short rows', make: manyColumns },
  { name: 'tables of many rows', make: numbered((index) => `| a${index} | b |`, '| A | B |\n|---|---|\n') },
  { name: 'a line of pipes', make: runs('|') },
  { name: 'lines of pipes', make: runs('|\n', '', '\nkept') },
  { name: 'a row of pipes', make: runs('|', '| A | B |\n|---|---|\n') },
  { name: 'lines that might head a table', make: runs('| a | b |\n') },
  { name: 'tables that might be', make: runs('| a |\n|-|-|\n', '', '\nkept') },
  { name: 'many small tables', make: runs('| a | b |\n|---|---|\n| c | d |\n\n', '', '\nkept') },
  { name: 'spaces', make: runs(' ', 'a', 'b kept') },
  { name: 'tabs before words', make: growing((size) => `${'\t'.repeat(size)}a\n`, '\n\nkept') },
  { name: 'footnotes', make: numbered((index) => `a[^${index}]\n\n[^${index}]: b\n`) },
  { name: 'footnotes that are not defined', make: numbered((index) => `a[^${index}]`) },
  { name: 'a footnote that is defined again and again', make: runs('[^a]: b\n', 'a[^a]\n\n', '\nkept') },
  { name: 'nested footnotes', make: numbered((index) => `[^${index}]: a[^${index + 1}]\n`, 'kept[^0]\n\n') },
]

/** The like for the rules that are ours: forms of notes, and texts that lost their marks when they were copied. */
const NOTES: readonly Pathological[] = [
  { name: 'blocks between colons without an end', make: runs('::: tip\n', '', 'kept') },
  { name: 'nested blocks between colons', make: nested('::: tip\n', '\n:::') },
  { name: 'blocks between more and more colons', make: growing((size) => `${':'.repeat(size + 2)} tip\n`, 'kept') },
  { name: 'formulas without an end', make: runs('$$\na\n\n', '', '$$ kept') },
  { name: 'formulas without an end in entries', make: runs('- $$\n', '', '\nkept') },
  { name: 'blocks between colons without an end in entries', make: runs('- ::: tip\n', '', '\nkept') },
  { name: 'tags of details without an end', make: runs('<details ', '<details>') },
  { name: 'details without an end', make: runs('<details>\n', '', 'kept') },
  { name: 'summaries without an end', make: runs('<summary>\n', '', 'kept') },
  { name: 'summaries on one line', make: runs('<details><summary>a', '', '</summary>kept</details>') },
  { name: 'comments that steer', make: runs('<!-- no-quiz -->\n<!-- table: lists -->\n', '', 'kept') },
  { name: 'callouts', make: runs('> **Tip — a:** b **c**\n\n', '# T\n', 'kept') },
  { name: 'callouts on the lines of a paragraph', make: runs('Note: a b\n', '# T\n\n', 'kept') },
  { name: 'questions with their answers', make: numbered((index) => `**Q:** a${index}?\nA: b`, '# T\n\n') },
  { name: 'questions without an answer', make: runs('**Q:** a?\n\n', '# T\n\n') },
  { name: 'questions without an answer on the lines of a paragraph', make: runs('Q: a?\n', '# T\n\n') },
  { name: 'options without a question', make: runs('A) a\nB) b\n\n', '# T\n\n') },
  { name: 'options on the lines of a paragraph', make: runs('A) a\n', '# T\n\nWhy?\n') },
  {
    name: 'questions to choose from',
    make: numbered((index) => `Why ${index}?\n\nA) a\nB) b\n\nAnswer: B\n`, '# T\n\n'),
  },
  { name: 'boxes to choose from', make: runs('- [x] a\n- [ ] b\n', 'Why?\n\n', '\nkept') },
  { name: 'numbered questions that never come to an answer', make: runs('Question 5\n\na\n\n', '# T\n\n') },
  { name: 'answers without a question', make: runs('Answer: B\n\n', '# T\n\nWhy?\n\nA) a\nB) b\n\n') },
  { name: 'terms with meanings', make: numbered((index) => `a${index}\n: b\n`, '# T\n\n') },
  { name: 'meanings of one term', make: runs(': a\n', '# T\n\nb\n', 'kept') },
  { name: 'a chain of arrows', make: runs('a → ', '# T\n\n', 'kept') },
  { name: 'titled entries', make: numbered((index) => `- **a${index}:** b`, '# T\n\n') },
  { name: 'titled entries that ask the same', make: runs('- **a:** b\n', '# T\n\n', '\nkept') },
  { name: 'rows that ask the same', make: runs('| a | b |\n', '# T\n\n| A | B |\n|---|---|\n', '\nkept') },
  { name: 'a list with a name', make: numbered((index) => `- a${index}`, '# T\n\nThe kinds:\n\n') },
  { name: 'lists below entries', make: numbered((index) => `- a${index}\n  - b${index}`, '# T\n\n') },
  { name: 'front matter without an end', make: runs('a: b\n', '---\n', 'kept') },
  { name: 'numbered lines of a copied text', make: numbered((index) => `${index + 1}. Part\nIt is so.`, 'Tea\n') },
  { name: 'numbers that begin again in a copied text', make: runs('1. Part\nIt is so.\n', 'Tea\n', 'kept') },
  { name: 'Roman numbers of a copied text', make: runs('I. Part\nA. Part\nIt is so.\n', 'Tea\n', 'kept') },
  {
    name: 'titles of a copied text',
    make: runs('Some Short Title\n', 'Tea\n1. Green\nIt is.\n2. Black\nIt is.\n', 'kept'),
  },
  { name: 'open brackets of a copied text', make: runs('{\n', 'Tea\n1. Green\nIt is.\n2. Black\nIt is.\n', 'kept') },
  { name: 'speech of a copied text', make: runs('User: "x\n', 'Tea\n1. Green\nIt is.\n2. Black\nIt is.\n', 'kept') },
  { name: 'split rows of a copied text', make: runs('a |\nb\n', 'Tea\n1. Green\nA | B\n---|---\n', 'kept') },
  { name: 'tabs of a copied text', make: runs('a\tb\n', 'Tea\n1. Green\nIt is.\n2. Black\nA\tB\n', 'kept') },
  { name: 'boxes of a copied text', make: runs('│ a │ → b\n', 'Tea\n1. Green\nIt is.\n2. Black\nIt is.\n', 'kept') },
  { name: 'dashes of a copied text', make: runs('---|---\n', 'Tea\n1. Green\nA | B\n', 'kept') },
  { name: 'bullets of a copied text', make: runs('• a\n', 'Tea\n1. Green\nIt is.\n2. Black\nIt is.\n', 'kept') },
]

/** Pieces within a line count for one. */
function linesOf(piece: string): number {
  return Math.max(1, piece.split('\n').length - 1)
}

/** Rows that must be filled up to as many cells as there are headings. */
function manyColumns(n: number): string {
  return `|${' a |'.repeat(n)}\n|${'-|'.repeat(n)}\n${'| b |\n'.repeat(n)}| kept |\n`
}

/** Every kind of text that is known to be hard, or might be. */
export const PATHOLOGICAL: readonly Pathological[] = [...INLINE, ...BLOCKS, ...NOTES]
