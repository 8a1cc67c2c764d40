import type { Blueprint, Domain, Objective } from '../model/course.ts'
import { objectiveId } from '../model/ids.ts'
import type { CourseTables, PlainRow, PlainTable } from './course-tables.ts'
import type { SourceLines } from './source-lines.ts'

/** Reads the rules of the exam: the tables under the headings Exam, Domains, Task statements and Objectives. */
export function blueprintIn(tables: CourseTables, lines: SourceLines): Blueprint {
  return new BlueprintReader(tables, lines).blueprint()
}

class BlueprintReader {
  private readonly tables: CourseTables
  private readonly lines: SourceLines

  constructor(tables: CourseTables, lines: SourceLines) {
    this.tables = tables
    this.lines = lines
  }

  blueprint(): Blueprint {
    const exam = this.table('Exam')
    const domains = this.domains()
    const items = this.number(exam, 'Items')
    const scoredItems = this.number(exam, 'Scored items')
    if (scoredItems > items) {
      this.report(this.row(exam, 'Scored items')?.line, `${scoredItems} scored items are more than the ${items} items.`)
    }
    const minutes = this.number(exam, 'Minutes')
    const passMark = this.number(exam, 'Pass mark')
    const scale = this.scale(exam, passMark)
    const code = this.row(exam, 'Code')?.cells[1] ?? ''
    const tasks = this.optionalRows('Task statements').map(({ cells: [number = '', name = ''] }) => ({
      number,
      title: name,
    }))
    return { code, items, scoredItems, minutes, passMark, scale, domains, tasks, objectives: this.objectives(domains) }
  }

  private table(heading: string): PlainTable | undefined {
    const table = this.tables.get(heading.toLowerCase())
    if (table === undefined) this.report(1, `There is no table under a heading “${heading}”.`)
    return table
  }

  private optionalRows(heading: string): readonly PlainRow[] {
    return this.tables.get(heading.toLowerCase())?.rows ?? []
  }

  private row(table: PlainTable | undefined, name: string): PlainRow | undefined {
    return table?.rows.find(({ cells: [first = ''] }) => first.toLowerCase() === name.toLowerCase())
  }

  /** A positive number of the table under Exam. */
  private number(exam: PlainTable | undefined, name: string): number {
    if (exam === undefined) return 0
    const row = this.row(exam, name)
    const value = numberIn(row?.cells[1] ?? '')
    if (value > 0) return value
    const message =
      row === undefined
        ? `The table under “Exam” has no row “${name}”.`
        : `“${row.cells[1] ?? ''}” is no number for “${name}”.`
    this.report(row?.line ?? exam.line, message)
    return 0
  }

  private scale(exam: PlainTable | undefined, passMark: number): Blueprint['scale'] {
    const row = this.row(exam, 'Scale')
    const [from = Number.NaN, to = Number.NaN] = (row?.cells[1] ?? '').split(/\s*[–—-]\s*/).map(numberIn)
    if (exam !== undefined && !(from < to)) {
      this.report(row?.line ?? exam.line, 'The table under “Exam” has no scale such as 100–1,000.')
      return { from: 0, to: 0 }
    }
    if (passMark > 0 && (passMark < from || passMark > to)) {
      this.report(this.row(exam, 'Pass mark')?.line, `The pass mark ${passMark} lies outside the scale.`)
    }
    return { from, to }
  }

  private domains(): readonly Domain[] {
    const table = this.table('Domains')
    if (table === undefined) return []
    const domains = table.rows.map(({ cells: [no = '', title = '', share = ''], line }): Domain => {
      const number = numberIn(no)
      if (!Number.isInteger(number)) this.report(line, `“${no}” is no number of a domain.`)
      const weight = numberIn(share.replace(/\s*%$/, '')) / 100
      if (!(weight > 0)) this.report(line, `“${share}” is no weight such as 14 %.`)
      return { number, title, weight: weight > 0 ? weight : 0 }
    })
    const total = domains.reduce((sum, { weight }) => sum + weight, 0)
    if (Math.abs(total - 1) > 0.001) {
      const percent = Math.round(total * 1000) / 10
      this.report(table.line, `The weights of the domains add up to ${percent} %, not to 100 %.`)
    }
    return domains
  }

  private objectives(domains: readonly Domain[]): readonly Objective[] {
    const seen = new Map<string, number>()
    return this.optionalRows('Objectives').map(({ cells: [no = '', title = '', examples = ''], line }) => {
      const before = seen.get(no)
      if (!/^\d+\.\d+\.\d+$/.test(no)) {
        this.report(line, `“${no}” is no objective number such as 5.1.3.`)
      } else if (before !== undefined) {
        this.report(line, `Objective ${no} is listed twice: here and on line ${before}.`)
      } else if (domains.length > 0 && !domains.some(({ number }) => number === Number.parseInt(no, 10))) {
        this.report(line, `Objective ${no} belongs to no domain of the table under “Domains”.`)
      }
      seen.set(no, line)
      return { id: objectiveId(no), title, examples: examples === '—' ? '' : examples }
    })
  }

  private report(line: number | undefined, message: string): void {
    const hint = 'docs/notes-format.md shows the form of this file.'
    this.lines.report('error', 'blueprint', this.lines.at(line ?? 1), message, hint)
  }
}

/** "1,000" is 1000; anything that is no number is NaN. */
function numberIn(words: string): number {
  return /^\d[\d,]*(?:\.\d+)?$/.test(words) ? Number(words.replaceAll(',', '')) : Number.NaN
}
