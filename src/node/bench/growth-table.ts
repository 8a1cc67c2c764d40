import { join } from 'node:path'
import { run } from './contender.ts'
import type { Contenders } from './contender.ts'
import { corpusOf, FILES_OF_A_MEBIBYTE, writeCorpus } from './corpus.ts'
import { times, withSpread } from './figures.ts'
import type { Report, Table } from './report.ts'
import { summaryOf } from './statistics.ts'

const MEBIBYTES = [1, 2, 4, 8] as const
const ROUNDS = 3
const BYTES = 1 << 20

/** Whether time and memory grow with the notes and no faster. */
export async function growthTables({ retain }: Contenders, work: string): Promise<readonly [Table]> {
  const measured = MEBIBYTES.flatMap((size) => {
    const files = corpusOf(size * FILES_OF_A_MEBIBYTE)
    const [many, one] = [join(work, `many-${size}`), join(work, `one-${size}`)]
    writeCorpus(join(many, 'course'), files)
    writeCorpus(join(one, 'course'), [{ name: 'notes-1.md', text: files.map(({ text }) => text).join('\n') }])
    return [
      { form: 'files of 26 KB', size, folder: many, ms: [] as number[], peak: [] as number[] },
      { form: 'a single file', size, folder: one, ms: [] as number[], peak: [] as number[] },
    ]
  })
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { folder, ms, peak } of measured) {
      const told = await run(retain, { kind: 'build', folder, times: 1 })
      ms.push(...told.runs)
      peak.push(told.peak)
    }
  }
  const base = (form: string): number =>
    summaryOf(measured.find((one) => one.form === form && one.size === 1)?.ms ?? []).median
  const rows: Report['tables'][number]['rows'] = measured
    .toSorted((one, other) => one.form.localeCompare(other.form) || one.size - other.size)
    .map(({ form, size, ms, peak }) => [
      `${size} MiB in ${form}`,
      withSpread(summaryOf(ms)),
      times(summaryOf(ms).median, base(form)),
      (summaryOf(peak).median / BYTES).toFixed(0),
    ])
  return [
    {
      caption: 'Retain’s build of more and more notes, and the most memory that its process held',
      header: ['', 'ms', '× 1 MiB', 'Peak, MiB'],
      rows,
    },
  ]
}
