import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './contender.ts'
import type { Contender, Contenders } from './contender.ts'
import { corpusOf, FILES_OF_A_MEBIBYTE, writeCorpus } from './corpus.ts'
import { rounded, times, withSpread } from './figures.ts'
import type { Table } from './report.ts'
import { summaryOf } from './statistics.ts'

const ROUNDS = 5
/** Builds in one process, of which the first ones warm the engine up. */
const [BUILDS, WARMING] = [6, 3]
const MEBIBYTE = 1 << 20

interface Measured {
  readonly contender: Contender
  readonly first: number[]
  readonly empty: number[]
  readonly peak: number[]
  readonly peakOfEmpty: number[]
  readonly again: number[]
}

/** The time and the memory from files to content. */
export async function contentTables(contenders: Contenders, work: string): Promise<readonly [Table, Table]> {
  const [full, empty] = [join(work, 'mebibyte'), join(work, 'one-line')]
  writeCorpus(join(full, 'course'), corpusOf(FILES_OF_A_MEBIBYTE))
  writeCorpus(join(empty, 'course'), [{ name: 'notes-1.md', text: '# A title\n' }])
  const all = [...listed(contenders), await withCache(contenders.contentCollections, full)].map(toMeasure)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const measured of all) {
      const whole = await run(measured.contender, { kind: 'build', folder: full, times: 1 })
      measured.first.push(...whole.runs)
      measured.peak.push(whole.peak)
      const none = await run(measured.contender, { kind: 'build', folder: empty, times: 1 })
      measured.empty.push(...none.runs)
      measured.peakOfEmpty.push(none.peak)
    }
  }
  for (const { contender, again } of all) {
    const { runs } = await run(contender, { kind: 'build', folder: full, times: BUILDS })
    again.push(...runs.slice(WARMING))
  }
  return [timeTable(all), memoryTable(all)]
}

function listed(contenders: Contenders): readonly Contender[] {
  const { retain, facts, markdownIt, remark, velite, contentCollections } = contenders
  return [retain, facts, markdownIt, remark, velite, contentCollections]
}

function toMeasure(contender: Contender): Measured {
  return { contender, first: [], empty: [], peak: [], peakOfEmpty: [], again: [] }
}

/** Content Collections as it is from the second build on: what it made of each file is in its cache. */
async function withCache(contender: Contender, folder: string): Promise<Contender> {
  const cache = join(contender.script, '../work/filled')
  mkdirSync(cache, { recursive: true })
  const warm = { ...contender, name: 'Content Collections: its cache filled', environment: { BENCH_CACHE: cache } }
  await run(warm, { kind: 'build', folder, times: 1 })
  return warm
}

function timeTable(all: readonly Measured[]): Table {
  const own = ({ first, empty }: Measured): number => summaryOf(first).median - summaryOf(empty).median
  const [base] = all
  return {
    caption:
      'From files to content, ms. “One line” is the same with a single line of notes: what a tool takes for itself, and what × leaves out. “Again” is a later build in the same process',
    header: ['', 'First build', 'One line', '×', 'Again', '× again'],
    rows: all.map((measured) => [
      measured.contender.name,
      withSpread(summaryOf(measured.first)),
      rounded(summaryOf(measured.empty).median),
      base === undefined ? '' : times(own(measured), own(base)),
      withSpread(summaryOf(measured.again)),
      base === undefined ? '' : times(summaryOf(measured.again).median, summaryOf(base.again).median),
    ]),
  }
}

function memoryTable(all: readonly Measured[]): Table {
  return {
    caption:
      'Memory of the first build: the most that the process held (resident set), what it held with a single line of notes, and the difference over the size of the notes',
    header: ['', 'Peak, MiB', 'One line, MiB', '× input'],
    rows: all.map(({ contender, peak, peakOfEmpty }) => {
      const [most, none] = [summaryOf(peak).median, summaryOf(peakOfEmpty).median]
      const shown = [most / MEBIBYTE, none / MEBIBYTE, (most - none) / MEBIBYTE]
      return [contender.name, ...shown.map((figure) => figure.toFixed(0))]
    }),
  }
}
