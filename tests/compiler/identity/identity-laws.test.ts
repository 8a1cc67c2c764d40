import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchFacts } from '../../../src/compiler/identity/match-facts.ts'
import type { Fact } from '../../../src/model/fact.ts'
import { folded } from '../../../src/model/ids.ts'
import type { FactId } from '../../../src/model/ids.ts'
import { randomFrom } from '../../../src/model/random.ts'
import type { Random } from '../../../src/model/random.ts'
import { FORMS, standingOf } from './known-as.ts'
import type { Standing } from './known-as.ts'
import { columnOf, linesOf, pick } from './lines.ts'
import type { Notes } from './lines.ts'
import { EDITS } from './random-edits.ts'
import { randomNotes } from './random-notes.ts'

const DOMAIN_5 = readFileSync('content/aif-c01/domain-5.md', 'utf8')
const COURSE = 'aif-c01/domain-5.md'
/** A second file, with the footnotes of the first: a section that is moved takes its own along. */
const OTHER = ['# Other', '', ...DOMAIN_5.split('\n').filter((text) => text.startsWith('[^'))].join('\n')

interface Count {
  edits: number
  /** Facts that stand before and after an edit. */
  asked: number
  kept: number
  /** Of these, facts that got another id by the edit. */
  renamed: number
  found: number
  ambiguous: number
  wrong: number
  /** Names that another fact bears after the edit, which the matcher reports. */
  reused: number
  /** What ids made of the text of a fact would have kept. */
  byText: number
}

const nothing = (): Count => ({
  edits: 0,
  asked: 0,
  kept: 0,
  renamed: 0,
  found: 0,
  ambiguous: 0,
  wrong: 0,
  reused: 0,
  byText: 0,
})

const asIs = (text: string): string => text

function lastNameOf({ names }: Standing, id: FactId): string {
  return (names.get(id) ?? '').replace(/ (\d+)$/, (_, column) => ` ${columnOf(Number(column))}`)
}

function textsOf(facts: readonly Fact[]): ReadonlySet<string> {
  return new Set(facts.map(({ attribute, subject, value }) => `${attribute}|${subject}|${value}`))
}

/** Compares what the matcher says of one edit with what is known to be true. */
function judge(before: Standing, after: Standing, counts: readonly Count[]): void {
  const { renames, ambiguous, reused } = matchFacts(before.prints, after.prints)
  const known = new Map(before.facts.map((fact) => [fact.id, fact]))
  const standing = new Map(after.facts.map((fact) => [fact.id, fact]))
  const nowOf = new Map(after.facts.map(({ id }) => [lastNameOf(after, id), id]))
  const next = new Map(renames)
  const doubtful = new Set(ambiguous.map(({ old }) => old))
  const texts = textsOf(after.facts)
  const askedTwice = new Set(
    [...before.facts, ...after.facts].flatMap(({ id }) => (id.includes('~') ? [id.replace(/~\d+$/, '')] : [])),
  )
  for (const count of counts) count.edits += 1
  for (const [id, fact] of known) {
    const truth = nowOf.get(lastNameOf(before, id))
    const found = standing.has(id) ? id : next.get(id)
    // Two facts that ask the same are told apart by their order alone; their author is told so.
    if (askedTwice.has(id.replace(/~\d+$/, '')) || (truth !== undefined && askedTwice.has(truth.replace(/~\d+$/, ''))))
      continue
    const other = truth === undefined ? undefined : standing.get(truth)
    const isReported = reused.includes(id)
    const isWrong = found !== undefined && found !== truth && !isReported
    const isNew =
      other !== undefined &&
      folded(other.subject) !== folded(fact.subject) &&
      folded(other.value) !== folded(fact.value)
    for (const count of counts) {
      if (isWrong) count.wrong += 1
      if (isReported) count.reused += 1
      if (other === undefined || isNew) continue
      count.asked += 1
      if (texts.has(`${fact.attribute}|${fact.subject}|${fact.value}`)) count.byText += 1
      if (id !== truth) count.renamed += 1
      if (found === truth) count.kept += 1
      if (found === truth && id !== truth) count.found += 1
      if (doubtful.has(id)) count.ambiguous += 1
    }
  }
}

function work(notes: Notes, edits: number, random: Random, table: Map<string, Count>, total: Count): void {
  let [now, form] = [notes, asIs]
  let standing = standingOf(now, form)
  const names = [...Object.keys(EDITS), ...Object.keys(FORMS)]
  for (let done = 0; done < edits;) {
    const name = pick(names, random)
    const next = EDITS[name]?.(now, random) ?? (name in FORMS ? now : null)
    if (next === null) continue
    form = FORMS[name] ?? form
    const after = standingOf(next, form)
    const count = table.get(name) ?? nothing()
    table.set(name, count)
    judge(standing, after, [count, total])
    now = next
    standing = after
    done += 1
  }
}

/** Edits of random notes in one run, runs, and edits of the notes of the course. */
const [EDITS_A_RUN, RUNS, EDITS_OF_COURSE] = [20, 490, 200]

test(
  'facts keep their history through 10,000 random edits, and none gets that of another',
  { timeout: 600_000 },
  ({ annotate }) => {
    const total = nothing()
    const table = new Map<string, Count>()
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = randomFrom(seed)
        work(randomNotes(random), EDITS_A_RUN, random, table, total)
      }),
      { numRuns: RUNS, seed: 5, endOnFailure: true },
    )
    const random = randomFrom(7)
    for (let done = 0; done < EDITS_OF_COURSE; done += EDITS_A_RUN) {
      work({ [COURSE]: linesOf(DOMAIN_5), 'aif-c01/other.md': linesOf(OTHER) }, EDITS_A_RUN, random, table, total)
    }
    const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`
    void annotate(
      `${total.edits} edits, ${total.asked} facts still asked: ${share(total.kept, total.asked)} keep their history ` +
        `(ids made of the text: ${share(total.byText, total.asked)}); of ${total.renamed} with a new id ` +
        `${share(total.found, total.renamed)} are found; ${total.wrong} got that of another, ` +
        `${total.reused} more are reported because another fact bears their name.`,
    )
    expect(new Set(table.keys())).toEqual(new Set([...Object.keys(EDITS), ...Object.keys(FORMS)]))
    expect(total.edits).toBe(10_000)
    expect(total.wrong).toBe(0)
    expect(total.kept / total.asked).toBeGreaterThanOrEqual(0.999)
    expect(total.found / total.renamed).toBeGreaterThanOrEqual(0.97)
  },
)
