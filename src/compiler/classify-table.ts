import { plainText } from '../model/inline.ts'
import type { TableKind } from '../model/topic.ts'
import type { MarkdownTable } from './markdown-tree.ts'

export interface Classified {
  readonly table: TableKind
  readonly because: string
}

const TERM = /^(?:key )?(?:term|word|acronym|abbreviation|concept)s?$/i
const MEANING = /definition|meaning|means|description|explanation|stands for/i
const SCENARIO =
  /^(?:scenario|situation|use case|requirement|(?:if|when) (?:the question|you (?:see|need|read))|keyword|clue|trigger|question|problem|you need)/i
const ANSWER = /answer|solution|choose|service|response|think|pick|use this/i
const STAGE = /^(?:stage|step|phase)$/i
const NUMBER = /^(?:#|no\.?|number|order|stage|step|phase)$/i

/** Says what a table's rows mean, from the words of its header and its shape. */
export function classifyTable({ header, rows }: MarkdownTable, wanted: TableKind | null): Classified {
  if (wanted !== null) return { table: wanted, because: 'a comment above the table says so' }
  const words = header.map(plainText)
  const [first = '', second = ''] = words
  if (words.length === 2 && TERM.test(first) && MEANING.test(second)) {
    return { table: 'terms', because: `its columns are “${first}” and “${second}”` }
  }
  if (words.length === 2 && SCENARIO.test(first) && ANSWER.test(second)) {
    return { table: 'scenarios', because: `its columns are “${first}” and “${second}”` }
  }
  if (rows.length >= 3 && (STAGE.test(first) || (NUMBER.test(first) && areNumbered(rows)))) {
    return { table: 'ordered', because: `its first column is “${first}”` }
  }
  const ending = commonEnding(words)
  if (words.length >= 2 && ending !== '') {
    return { table: 'lists', because: `all columns are a kind of “${ending}”, so rows pair nothing` }
  }
  const whom = first === '' ? 'first cell' : `“${first}”`
  return { table: 'relation', because: `each row says something about its ${whom}` }
}

/** Whether the first column counts the rows: 1, 2, 3. Then it is the second that says what stands where. */
export function areNumbered(rows: MarkdownTable['rows']): boolean {
  return rows.every(({ cells: [first = []] }, index) => plainText(first).replace(/[.)]$/, '') === String(index + 1))
}

/** The last words that all headings share: "responsibility" of "AWS responsibility" and "Customer responsibility". */
export function commonEnding(headings: readonly string[]): string {
  const [first, ...others] = headings.map((heading) => heading.toLowerCase().split(/\s+/))
  if (first === undefined || others.length === 0) return ''
  let shared = 0
  while (shared < first.length && others.every((words) => words.at(-1 - shared) === first.at(-1 - shared))) shared += 1
  // A heading that is nothing but the shared words names no list of its own.
  if (shared === 0 || [first, ...others].some((words) => words.length === shared)) return ''
  return first.slice(-shared).join(' ')
}
