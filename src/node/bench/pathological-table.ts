import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attempt } from './contender.ts'
import type { Contender, Contenders, Told } from './contender.ts'
import { rounded } from './figures.ts'
import { PATHOLOGICAL } from './pathological.ts'
import type { Pathological } from './pathological.ts'
import type { Table } from './report.ts'
import { summaryOf } from './statistics.ts'

const [ONCE, TWICE] = [5000, 10_000] as const
/** Each text is read this often, in turn with its double. */
const PAIRS = 7
/** The first of them warm the engine up. */
const WARMING = 2
/** Milliseconds that a single reading may take, and that all readings of a kind may take before it is enough. */
const [LIMIT, BUDGET] = [8000, 3000] as const
/** What we hold ourselves to: milliseconds for the double text, and what it may cost beside the single one. */
const [MOST, MOST_RATIO] = [100, 2.5] as const
/** Below so many milliseconds a ratio tells of the clock and of other programs. */
const TOO_SHORT = 5

/** The kinds that the peers read too: those that parsers of Markdown have stumbled over. */
export const SHOWN: ReadonlySet<string> = new Set([
  'nested emphasis',
  'emphasis that is only opened',
  'emphasis that is only closed',
  'emphasis whose ends do not match',
  'stars in threes',
  'strike-through that is only opened',
  'brackets that are only opened',
  'brackets that are only closed',
  'nested brackets',
  'links without an end',
  'links that begin in links',
  'pictures of links',
  'addresses without an end',
  'instructions without an end',
  'comments without an end in a line',
  'backticks in growing runs',
  'entities without an end',
  'nested quotations',
  'nested lists on one line',
  'entries without words',
  'reference definitions',
  'tables of many columns',
  'tables of many columns and short rows',
  'tables of many rows',
  'lines that might head a table',
  'footnotes',
  'a footnote that is defined again and again',
])

/** The time that texts made to be slow take, and what twice the text takes. */
export async function pathologicalTables(contenders: Contenders, work: string): Promise<readonly Table[]> {
  const { facts, markdownIt, remark } = contenders
  const rows: (readonly string[])[] = []
  const own: Kind[] = []
  for (const kind of PATHOLOGICAL) {
    const files = written(kind, work)
    const told = await reading(facts, files)
    own.push({ name: kind.name, told })
    if (!SHOWN.has(kind.name)) continue
    const peers = [await reading(markdownIt, files), await reading(remark, files)]
    rows.push([kind.name, ...[told, ...peers].flatMap(cellsOf)])
  }
  const heads = ['Retain', 'markdown-it', 'remark-gfm'].flatMap((name) => [`${name}, ms`, 'twice', '×'])
  const shown: Table = {
    caption: `${SHOWN.size} kinds of texts made to be slow, at ${ONCE} repetitions and at twice as many, ms; × is what twice the text costs. Retain makes facts, the others only parse; a reading was ended after ${LIMIT / 1000} s`,
    header: ['', ...heads],
    rows,
  }
  return [shown, overTable(own)]
}

interface Kind {
  readonly name: string
  readonly told: Told
}

function written({ make }: Pathological, work: string): readonly [once: string, twice: string] {
  const [once, twice] = [join(work, 'once.txt'), join(work, 'twice.txt')] as const
  writeFileSync(once, make(ONCE))
  writeFileSync(twice, make(TWICE))
  return [once, twice]
}

function reading(contender: Contender, files: readonly [once: string, twice: string]): Promise<Told> {
  return attempt(contender, { kind: 'parse', files, times: PAIRS, budget: BUDGET }, LIMIT)
}

/** Of all kinds, those in which Retain does not keep to its limits. */
function overTable(own: readonly Kind[]): Table {
  const over = own.filter(({ told }) => isOver(told))
  return {
    caption: `Of all ${own.length} kinds, those in which Retain takes more than ${MOST} ms at ${TWICE} repetitions, or more than ${MOST_RATIO} times as long for twice the text: ${over.length === 0 ? 'none' : over.length}`,
    header: ['', 'Retain, ms', 'twice', '×'],
    rows: over.map(({ name, told }) => [name, ...cellsOf(told)]),
  }
}

export function isOver({ runs, end }: Pick<Told, 'runs' | 'end'>): boolean {
  const [single, double] = mediansOf(runs)
  if (end !== 'done' || single === null || double === null) return true
  return double > MOST || (double > TOO_SHORT && double / single > MOST_RATIO)
}

export function cellsOf({ runs, end }: Pick<Told, 'runs' | 'end'>): readonly [string, string, string] {
  const over = end === 'failure' ? 'broke off' : `> ${LIMIT}`
  const [single, double] = mediansOf(runs)
  if (single === null) return [over, over, '']
  if (double === null) return [rounded(single), over, end === 'failure' ? '' : `> ${(LIMIT / single).toFixed(1)}`]
  return [rounded(single), rounded(double), (double / single).toFixed(2)]
}

/** The runs take turns: once, twice, once, twice. Of few runs all count; null where there is none. */
function mediansOf(runs: readonly number[]): readonly [single: number | null, double: number | null] {
  const kept = runs.length > WARMING * 2 ? runs.slice(WARMING * 2) : runs
  const median = (offset: number): number | null => {
    const turn = kept.filter((_, index) => index % 2 === offset)
    return turn.length === 0 ? null : summaryOf(turn).median
  }
  return [median(0), median(1)]
}
