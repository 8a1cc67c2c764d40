import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import process from 'node:process'

export interface Table {
  readonly caption: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What a benchmark found. */
export interface Report {
  readonly title: string
  /** How it was measured, in a few sentences. */
  readonly method: string
  /** What else plays a part, besides Node and the processor: "Chromium 141". */
  readonly tools: readonly string[]
  readonly tables: readonly Table[]
}

const HEAD = `# Benchmarks

Written by \`npm run bench -- NAME --write\`. Each compares with its peer in the same run on the same machine, so the
ratios mean more than the figures.
`

export function textOf({ title, method, tools, tables }: Report, on: Date): string {
  const count = cpus().length
  const machine = [`Node ${process.versions.node}`, ...tools, `${count} CPU${count === 1 ? '' : 's'}`].join(', ')
  const shown = tables.map(({ caption, header, rows }) => `${caption}:\n\n${tableText(header, rows)}`)
  return [`## ${title}`, `${on.toISOString().slice(0, 10)} · ${machine}`, method, ...shown].join('\n\n')
}

/** The columns are padded: the table is read in a terminal as well. */
function tableText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)))
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (column === 0 ? (cells[column] ?? '').padEnd(width) : (cells[column] ?? '').padStart(width))).join(' | ')} |`
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(header), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n')
}

/** Puts a section into a file of benchmarks, in place of the one with its title. */
export function putSection(path: string, title: string, text: string): void {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : HEAD
  writeFileSync(path, withSection(before, title, text))
}

export function withSection(document: string, title: string, text: string): string {
  const [head = '', ...sections] = document.split(/^(?=## )/m)
  const at = sections.findIndex((section) => section.startsWith(`## ${title}\n`))
  const all = sections.toSpliced(at < 0 ? sections.length : at, at < 0 ? 0 : 1, text)
  return `${[head, ...all].map((part) => part.trim()).join('\n\n')}\n`
}
