import type { TableKind } from '../model/topic.ts'
import type { MarkdownTable } from './markdown-tree.ts'
import { areNumbered } from './table-columns.ts'

export interface Classified {
  readonly table: TableKind
  readonly because: string
}

const TERM =
  /^(?:key )?(?:term|word|acronym|abbreviation|concept)s?$|^(?:begriffe?|fachbegriffe?|t[eé]rminos?|conceptos?|termes?|termos?|conceitos?|termin[ei]|термины?|понятие|术语|名词|概念|用語|용어|المصطلح)$/i
const MEANING =
  /definition|meaning|means|description|explanation|stands for|bedeutung|erklärung|definici[oó]n|significado|d[eé]finition|signification|defini[cç][aã]o|definizione|определение|значение|定义|含义|解释|意味|정의|뜻|التعريف|تعريف/i
const SCENARIO =
  /^(?:scenario|situation|use case|requirement|(?:if|when) (?:the question|you (?:see|need|read))|keyword|clue|trigger|question|problem|you need)/i
const ANSWER = /answer|solution|choose|service|response|think|pick|use this/i
const STAGE = /^(?:stage|step|phase)$/i
const ASPECT =
  /^(?:feature|aspect|criteri(?:on|a)|characteristic|property|attribute|factor|point|basis|parameter|category|dimension)s?$/i
const COMPARES = /\b(?:vs|versus|compar\w+|differences?|contrast)\b/i
const NUMBER = /^(?:#|no\.?|number|order)$/i
/** Words that say of numbers that they are an order; without one they only count. */
const ORDERED =
  /\b(?:order(?:ed)?|steps?|stages?|phases?|sequence|process|procedure|life-?cycle|flow|pipeline|workflow|timeline|chronolog\w*|rank(?:ed|ing)?|levels?|layers?|hierarchy)\b/i

/**
 * Says what a table's rows mean, from the words of its header and its shape.
 *
 * @param about The heading and the sentence that the table stands below.
 */
export function classifyTable(table: MarkdownTable, wanted: TableKind | null, about: string): Classified {
  if (wanted !== null) return { table: wanted, because: 'a comment above the table says so' }
  const { headings: words, rows } = table
  const [first = '', second = ''] = words
  if (words.length === 2 && TERM.test(first) && MEANING.test(second)) {
    return { table: 'terms', because: `its columns are “${first}” and “${second}”` }
  }
  if (words.length === 2 && SCENARIO.test(first) && ANSWER.test(second)) {
    return { table: 'scenarios', because: `its columns are “${first}” and “${second}”` }
  }
  if (words.length === 2 && first === '' && second === '' && haveTerms(rows)) {
    return {
      table: 'terms',
      because: 'its two columns have no headings, and the first one holds short words, each once',
    }
  }
  if (rows.length >= 3 && (STAGE.test(first) || isOrder(table, about))) {
    return { table: 'ordered', because: `its first column is “${first}”${shapesOf(table)}` }
  }
  const ending = commonEnding(words)
  if (words.length >= 2 && ending !== '') {
    return { table: 'lists', because: `all columns are a kind of “${ending}”, so rows pair nothing` }
  }
  if (words.length === 2 && COMPARES.test(about) && words.every((word) => isNamedIn(about, word))) {
    return { table: 'lists', because: 'the heading above it sets its two columns against each other' }
  }
  const compared = comparedIn(words, about)
  if (compared !== null) return { table: 'contrast', because: compared }
  const whom = first === '' ? 'first cell' : `“${first}”`
  return { table: 'relation', because: `each row says something about its ${whom}${shapesOf(table)}` }
}

/** Whether the first column counts the rows, and something says that this is an order. */
function isOrder({ headings: words, rows }: MarkdownTable, about: string): boolean {
  const [first = ''] = words
  const isSaid = /^order$/i.test(first) || [about, ...words.slice(1)].some((each) => ORDERED.test(each))
  return NUMBER.test(first) && areNumbered(rows) && isSaid
}

/** Whether a heading names a column, in the singular or the plural. */
function isNamedIn(heading: string, column: string): boolean {
  const word = column.toLowerCase().replace(/s$/, '')
  return word.length >= 2 && heading.toLowerCase().includes(word)
}

/** Why the columns are things that stand side by side. Null when they say something of the first one. */
function comparedIn([first = '', ...others]: readonly string[], about: string): string | null {
  if (others.length < 2 || others.includes('')) return null
  const heading = about.toLowerCase()
  const named = others.filter((other) => heading.includes(other.toLowerCase()))
  const isAspect = first === '' || ASPECT.test(first)
  const isNamed = named.length >= 2 && named.length === others.length
  // "Ports and protocols" over Service, Port, Protocol names what is said of a service.
  if (isNamed && (isAspect || COMPARES.test(about))) return 'the heading above it names its columns'
  return isAspect && COMPARES.test(about) ? 'the heading above it compares, and its first column says in what' : null
}

/** Whether the first column holds words that the second one can explain. */
function haveTerms(rows: MarkdownTable['rows']): boolean {
  const terms = rows.map(({ words: [first = ''] }) => first.toLowerCase())
  const areShort = terms.every((term) => term !== '' && term.length <= 60 && !/[.!?]$/.test(term))
  return rows.length > 0 && areShort && new Set(terms).size === terms.length
}

/** What the values of the columns are like: whether they pair one to one, stand more than once, or hold lists. */
function shapesOf({ headings, rows }: MarkdownTable): string {
  const shapes = headings.slice(1).flatMap((name, index): readonly string[] => {
    const values = rows
      .map(({ words }) => (words[index + 1] ?? '').toLowerCase())
      .filter((value) => /[\p{L}\p{N}]/u.test(value))
    if (values.length < 2 || name === '') return []
    const lists = values.filter((value) => /;|,[^,]+,/.test(value)).length
    if (lists * 2 >= values.length) return [`“${name}” holds lists`]
    return [new Set(values).size === values.length ? `“${name}” pairs one to one` : `“${name}” repeats values`]
  })
  return shapes.map((shape) => `; ${shape}`).join('')
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
