import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { acceptLedger } from '../accept-ledger.ts'
import { compilePath } from '../read-notes.ts'
import { run } from './contender.ts'
import type { Contender, Contenders } from './contender.ts'
import { corpusOf, FILES_OF_A_MEBIBYTE, writeCorpus } from './corpus.ts'
import { times, withSpread } from './figures.ts'
import type { Table } from './report.ts'
import { summaryOf } from './statistics.ts'

const EDITS = 40
/** The first edits warm the engine up, as the first minute of work does. */
const WARMING = 15
/** Milliseconds between edits, so that each is over before the next. */
const PAUSE = 150

/** How long after a file is saved its new content stands. */
export async function editTables(contenders: Contenders, work: string): Promise<readonly [Table]> {
  const { retain, velite, contentCollections } = contenders
  const [plain, remembered] = [join(work, 'edited'), join(work, 'edited-with-ledger')]
  writeCorpus(join(plain, 'course'), corpusOf(FILES_OF_A_MEBIBYTE))
  cpSync(plain, remembered, { recursive: true })
  acceptLedger(join(remembered, 'course'), compilePath(join(remembered, 'course')).value)
  const all: readonly (readonly [Contender, folder: string])[] = [
    [{ ...retain, name: 'Retain' }, plain],
    [{ ...retain, name: 'Retain, with a ledger of all facts' }, remembered],
    [{ ...velite, name: 'Velite' }, plain],
    [{ ...contentCollections, name: 'Content Collections' }, plain],
  ]
  const summaries = []
  for (const [contender, folder] of all) {
    const files = Array.from({ length: EDITS }, (_, turn) => `course/notes-${(turn % FILES_OF_A_MEBIBYTE) + 1}.md`)
    const { runs } = await run(contender, { kind: 'edit', folder, files, pause: PAUSE })
    summaries.push({ name: contender.name, summary: summaryOf(runs.slice(WARMING)) })
  }
  const base = summaries[0]?.summary.median ?? 0
  return [
    {
      caption:
        'One of the 40 files is saved with one cell changed, while the tool watches: from before the file is written to its new content, ms, the notice of the file’s change included. Retain’s development server sends the new topic and contents to the page; the peers write their output',
      header: ['', 'ms', '×'],
      rows: summaries.map(({ name, summary }) => [name, withSpread(summary), times(summary.median, base)]),
    },
  ]
}
