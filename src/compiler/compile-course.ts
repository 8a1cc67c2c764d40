import type { Blueprint, Course, Domain } from '../model/course.ts'
import type { Compiled, Diagnostic } from '../model/diagnostic.ts'
import { courseId, objectiveId } from '../model/ids.ts'
import { plainText } from '../model/inline.ts'
import type { Topic } from '../model/topic.ts'
import { compileTopic } from './compile-topic.ts'
import type { MarkdownFile } from './markdown-tree.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { normalised, SourceLines } from './source-lines.ts'
import type { SourceFile } from './source-lines.ts'

/** The file of a course's folder that holds the exam's rules; the others are topics. */
const BLUEPRINT_FILE = 'course.md'

/** Compiles a folder of notes. Files are read in the order given; each topic is named by its file. */
export function compileCourse(name: string, files: readonly SourceFile[]): Compiled<Course> {
  const rules = files.find(({ path }) => fileName(path) === BLUEPRINT_FILE)
  const { value, diagnostics } = rules === undefined ? NO_RULES : compileBlueprint(rules)
  const objectives = value.blueprint === null ? null : new Set(value.blueprint.objectives.map(({ id }) => id))
  const topics: Topic[] = []
  const remarks: Diagnostic[] = [...diagnostics]
  for (const file of files) {
    if (file === rules) continue
    const topic = compileTopic(file, { id: `${name}/${fileName(file.path).replace(/\.md$/i, '')}`, objectives })
    topics.push(topic.value)
    remarks.push(...topic.diagnostics)
  }
  const course = { id: courseId(name), title: value.title || name, blueprint: value.blueprint, topics }
  return { value: course, diagnostics: remarks }
}

interface Rules {
  readonly title: string
  readonly blueprint: Blueprint | null
}

const NO_RULES: Compiled<Rules> = { value: { title: '', blueprint: null }, diagnostics: [] }

/** Reads course.md: its title, and the tables under the headings Exam, Domains, Task statements and Objectives. */
export function compileBlueprint(source: SourceFile): Compiled<Rules> {
  const text = normalised(source.text)
  const lines = new SourceLines({ path: source.path, text })
  const { title, tables } = readTables(parseMarkdown(text))
  const report = (line: number, message: string) =>
    lines.report('error', 'blueprint', lines.at(line), message, 'See content/aif-c01/course.md for the form of this file.')
  const settings = new Map(tables.get('exam')?.rows.map(({ cells: [name = '', value = ''] }) => [name.toLowerCase(), value]))
  const number = (name: string): number => {
    const value = Number(settings.get(name)?.replace(/,/g, ''))
    if (Number.isFinite(value)) return value
    report(tables.get('exam')?.line ?? 1, `The table under “Exam” has no number for “${name}”.`)
    return 0
  }
  const [from = 0, to = 0] = (settings.get('scale') ?? '').split(/[–-]/).map((end) => Number(end.replace(/,/g, '')))
  const domains = (tables.get('domains')?.rows ?? []).map(({ cells: [no = '', name = '', weight = ''] }): Domain => {
    return { number: Number(no), title: name, weight: Number.parseFloat(weight) / 100 }
  })
  const total = domains.reduce((sum, { weight }) => sum + weight, 0)
  if (Math.abs(total - 1) > 0.001) {
    report(tables.get('domains')?.line ?? 1, `The weights of the domains add up to ${Math.round(total * 100)} %, not to 100 %.`)
  }
  const objectives = (tables.get('objectives')?.rows ?? []).map(({ cells: [no = '', name = '', examples = ''], line }) => {
    if (!/^\d+\.\d+\.\d+$/.test(no)) report(line, `“${no}” is no objective number such as 5.1.3.`)
    return { id: objectiveId(no), title: name, examples: examples === '—' ? '' : examples }
  })
  const blueprint: Blueprint = {
    code: settings.get('code') ?? '',
    items: number('items'),
    scoredItems: number('scored items'),
    minutes: number('minutes'),
    passMark: number('pass mark'),
    scale: { from, to },
    domains,
    tasks: (tables.get('task statements')?.rows ?? []).map(({ cells: [no = '', name = ''] }) => ({ number: no, title: name })),
    objectives,
  }
  return { value: { title, blueprint }, diagnostics: lines.diagnostics }
}

interface PlainTable {
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[]
  readonly line: number
}

/** The first table under each heading, as plain words. */
function readTables({ nodes }: MarkdownFile): { title: string; tables: ReadonlyMap<string, PlainTable> } {
  const tables = new Map<string, PlainTable>()
  let title = ''
  let heading = ''
  for (const node of nodes) {
    if (node.kind === 'heading') {
      heading = plainText(node.text).toLowerCase()
      if (node.level === 1 && title === '') title = plainText(node.text)
    } else if (node.kind === 'table' && !tables.has(heading)) {
      const rows = node.rows.map(({ cells, line }) => ({ cells: cells.map(plainText), line }))
      tables.set(heading, { rows, line: node.line })
    }
  }
  return { title, tables }
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
