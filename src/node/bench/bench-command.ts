import { join } from 'node:path'
import { ROOT } from '../run-tool.mjs'
import { attempt } from './attempt.ts'
import { compile } from './compile.ts'
import { course } from './course.ts'
import { importNotes } from './import-notes.ts'
import { items } from './items.ts'
import { journal } from './journal.ts'
import { load } from './load.ts'
import { putSection, textOf } from './report.ts'
import type { Report } from './report.ts'

const BENCHMARKS: ReadonlyMap<string, () => Promise<Report>> = new Map([
  ['attempt', attempt],
  ['compile', compile],
  ['course', course],
  ['import', importNotes],
  ['items', items],
  ['journal', journal],
  ['load', load],
])

/**
 * Runs one benchmark, or all: `bench [NAME] [--write]`. Prints what each found, and with `--write` puts it into
 * `docs/benchmarks.md`.
 *
 * @returns The exit code.
 */
export async function benchCommand(argv: readonly string[]): Promise<number> {
  const names = argv.filter((word) => word !== '--write')
  const unknown = names.find((name) => !BENCHMARKS.has(name))
  if (unknown !== undefined) {
    console.error(`There is no benchmark “${unknown}”. Use one of: ${[...BENCHMARKS.keys()].join(', ')}; and --write.`)
    return 2
  }
  for (const [name, run] of BENCHMARKS) {
    if (names.length > 0 && !names.includes(name)) continue
    const report = await run()
    const text = textOf(report, new Date())
    console.log(`\n${text}`)
    if (argv.includes('--write')) putSection(join(ROOT, 'docs/benchmarks.md'), report.title, text)
  }
  return 0
}
